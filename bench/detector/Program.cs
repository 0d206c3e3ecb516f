// usage: detector DATA GROUP. Answers compare.py; the data are what peer.py wrote.
using Lat.Bench;
using Lat.Bench.Detector;
using Lat.Detection;
using TorchSharp;

var (folder, group) = (args[0], args[1]);
torch.set_num_threads(Settings.ThreadsOf(group));
using var network = Settings.NetworkOf(group, folder);
var batch = Batch.Read(folder, group);
if (group == "r50-predict")
{
    network.eval();
    CaseServer.Serve(new Dictionary<string, Action>
    {
        [group] = () =>
        {
            using var images = ImageBatch.From(batch.Images, network.Options, network.Device);
            network.Detect(images);
        },
    });
}
else
{
    using var steps = new SteppedTraining(network, batch, Settings.TrainingOf(group));
    CaseServer.Serve(new Dictionary<string, Action> { [group] = steps.Step });
}
