// usage: datasets DATA write|memory|GROUP. Writes the files that both sides read, measures the memory of a large import, or answers compare.py.
using Lat.Bench;
using Lat.Bench.Datasets;

if (args[1] == "write")
{
    Files.Write(args[0]);
    ManyFiles.Write(args[0]);
    LargeImport.Write(args[0]);
}
else if (args[1] == "memory")
{
    return LargeImport.Measure(args[0]);
}
else
{
    CaseServer.Serve(Cases.From(args[0]));
}

return 0;
