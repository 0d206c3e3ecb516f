// usage: images DATA write|GROUP. Writes the images that both sides read, or answers compare.py.
using Lat.Bench;
using Lat.Bench.Images;

if (args[1] == "write")
{
    Scenes.Write(args[0]);
}
else
{
    CaseServer.Serve(Cases.From(args[0]));
}
