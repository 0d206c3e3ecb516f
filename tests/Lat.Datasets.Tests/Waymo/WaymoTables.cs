using Parquet;
using Parquet.Schema;

namespace Lat.Datasets.Tests;

/// <summary>Writes parquet files with the columns of Waymo's version 2.</summary>
internal static class WaymoTables
{
    private static readonly DataField Segment = new DataField<string>("key.segment_context_name");
    private static readonly DataField Time = new DataField<long>("key.frame_timestamp_micros");
    private static readonly DataField Camera = new DataField<sbyte>("key.camera_name");
    private static readonly DataField Image = new("[CameraImageComponent].image", typeof(byte[]));
    private static readonly DataField Type = new DataField<sbyte>("[CameraBoxComponent].type");
    private static readonly DataField[] Sides =
        [.. new[] { "center.x", "center.y", "size.x", "size.y" }.Select(name => new DataField<double>("[CameraBoxComponent].box." + name))];

    public static byte[] Images(params (long Time, sbyte Camera, byte[] Image)[] rows) => Write(
        [Segment, Time, Camera, Image],
        async group =>
        {
            await WriteKeys(group, [.. rows.Select(row => row.Time)], [.. rows.Select(row => row.Camera)]);
            await group.WriteAsync(Image, rows.Select(row => row.Image).ToArray());
        });

    public static byte[] Boxes(params (long Time, sbyte Camera, sbyte Type, double[] Box)[] rows) => Write(
        [Segment, Time, Camera, Type, .. Sides],
        async group =>
        {
            await WriteKeys(group, [.. rows.Select(row => row.Time)], [.. rows.Select(row => row.Camera)]);
            await group.WriteAsync<sbyte>(Type, rows.Select(row => row.Type).ToArray().AsMemory());
            for (var side = 0; side < 4; side++)
            {
                await group.WriteAsync<double>(Sides[side], rows.Select(row => row.Box[side]).ToArray().AsMemory());
            }
        });

    private static async Task WriteKeys(ParquetRowGroupWriter group, long[] times, sbyte[] cameras)
    {
        await group.WriteAsync(Segment, times.Select(_ => "segment").ToArray());
        await group.WriteAsync<long>(Time, times.AsMemory());
        await group.WriteAsync<sbyte>(Camera, cameras.AsMemory());
    }

    private static byte[] Write(DataField[] fields, Func<ParquetRowGroupWriter, Task> write)
    {
        using var stream = new MemoryStream();
        WriteAsync().GetAwaiter().GetResult();
        return stream.ToArray();

        async Task WriteAsync()
        {
            await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream);
            using var group = writer.CreateRowGroup();
            await write(group);
        }
    }
}
