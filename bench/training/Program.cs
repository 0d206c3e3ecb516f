// usage: training ROOT data|precision [--iterations N] [--rounds N] [--seeds N] [--size WxH] [--validation N] [--check]
using System.Globalization;
using Lat.Bench.Training;
using Lat.Core;

var arguments = new Arguments(args[2..]);
ImageSize? size = arguments.Text("--size") is { } text && text.Split('x') is [var width, var height]
    ? new ImageSize(int.Parse(width, CultureInfo.InvariantCulture), int.Parse(height, CultureInfo.InvariantCulture))
    : null;
using var quickstart = new Quickstart(args[0], size, args[1] == "precision" ? arguments.Int("--validation", 100) : 1);
var met = args[1] switch
{
    "data" => DataWait.Measure(quickstart, arguments),
    "precision" => Precision.Compare(quickstart, arguments),
    _ => throw new ArgumentException($"'{args[1]}' is neither data nor precision."),
};
return met || !arguments.Has("--check") ? 0 : 1;
