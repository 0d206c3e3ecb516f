// usage: extractor DATA GROUP. Answers compare.py; the data are what peer.py wrote. Groups: vits14-THREADS; cached and computed, both of `lat-steps`.
using Lat.Bench;
using Lat.Bench.Extractor;
using TorchSharp;

var (folder, group) = (args[0], args[^1]);
if (group.StartsWith("vits14", StringComparison.Ordinal))
{
    torch.set_num_threads(group.EndsWith('1') ? 1 : 2);
    var image = Scene.Image(folder);
    using var extractor = Scene.Extractor(folder);
    using (var scope = torch.NewDisposeScope())
    {
        Console.Error.WriteLine(FormattableString.Invariant($"ours: norm {extractor.Extract(image, Scene.Size)[0].norm().item<float>():F3}"));
    }

    CaseServer.Serve(new Dictionary<string, Action>
    {
        [group] = () => extractor.Extract(image, Scene.Size)[0].Dispose(),
    });
}
else
{
    torch.set_num_threads(2);
    using var training = new Training(folder, stored: args[1] == "cached");
    CaseServer.Serve(new Dictionary<string, Action> { ["lat-steps"] = training.Run });
}
