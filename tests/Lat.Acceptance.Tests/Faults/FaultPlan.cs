using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace Lat.Acceptance.Tests;

/// <summary>The memory that these tests share with faulty_disk.c in the front door and in its workers: strikes to come, and steps taken.</summary>
internal sealed class FaultPlan : IDisposable
{
    private const int StepsLength = 4 * sizeof(long), StrikesStart = StepsLength + sizeof(long), StrikeLength = 40, StruckOffset = 36, MostStrikes = 4;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    /// <param name="path">The file behind the memory; made here.</param>
    public FaultPlan(string path)
    {
        Path = path;
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Create, mapName: null, StrikesStart + (MostStrikes * StrikeLength));
        _view = _file.CreateViewAccessor();
    }

    public string Path { get; }

    /// <summary>How many steps the processes of a kind have taken since <see cref="Arm"/>.</summary>
    public long StepsOf(FaultyProcess process) => _view.ReadInt64((int)process * sizeof(long));

    /// <summary>Forgets what was, with all clocks right.</summary>
    public void Arm(IReadOnlyList<Strike> strikes)
    {
        _view.WriteArray(0, new byte[StrikesStart + (MostStrikes * StrikeLength)], 0, StrikesStart + (MostStrikes * StrikeLength));
        foreach (var (index, strike) in strikes.Index())
        {
            var entry = new Entry
            {
                StepsLeft = strike.Step, Seconds = strike.ClockSeconds, Victims = (int)strike.Victims, Action = (int)strike.Kind, Moment = (int)strike.Moment,
                Error = strike.Error, Length = strike.Length,
            };
            _view.Write(StrikesStart + (index * StrikeLength), ref entry);
        }
    }

    public bool HasStruck(int index) => _view.ReadInt32(PlaceOfStruck(index)) != 0;

    /// <summary>Lets a process go on that was halted for a strike.</summary>
    public void GoOn(int index) => _view.Write(PlaceOfStruck(index), 2);

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }

    private static int PlaceOfStruck(int index) => StrikesStart + (index * StrikeLength) + StruckOffset;

    [StructLayout(LayoutKind.Sequential)]
    private struct Entry
    {
        public long StepsLeft;
        public long Seconds;
        public int Victims;
        public int Action;
        public int Moment;
        public int Error;
        public int Length;
        public int Struck;
    }
}
