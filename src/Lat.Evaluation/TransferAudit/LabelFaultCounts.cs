namespace Lat.Evaluation;

/// <summary>How many transferred labels are wrong in which way; see <see cref="LabelFault"/>.</summary>
public sealed record LabelFaultCounts(int Duplicate, int WrongClass, int BadBox, int Spurious)
{
    internal static LabelFaultCounts Of(IEnumerable<LabelFault> faults)
    {
        var counts = new int[4];
        foreach (var fault in faults)
        {
            counts[(int)fault]++;
        }

        return new LabelFaultCounts(
            counts[(int)LabelFault.Duplicate],
            counts[(int)LabelFault.WrongClass],
            counts[(int)LabelFault.BadBox],
            counts[(int)LabelFault.Spurious]);
    }
}
