// usage: datasets DATA write|GROUP. Writes the files that both sides read, or answers compare.py.
using Lat.Bench;
using Lat.Bench.Datasets;

if (args[1] == "write")
{
    Files.Write(args[0]);
}
else
{
    CaseServer.Serve(Cases.From(args[0]));
}
