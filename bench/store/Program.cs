using System.Globalization;
using Lat.Bench.Store;

var size = long.Parse(args[0], CultureInfo.InvariantCulture) << 20;
var folder = Path.Combine(args[1], "bench-store-data");
if (Directory.Exists(folder))
{
    Directory.Delete(folder, recursive: true);
}

try
{
    LargeOutput.Measure(folder, size);
    FixedOverhead.Measure(folder);
    Planning.Measure(folder);
}
finally
{
    Directory.Delete(folder, recursive: true);
}
