using Lat.Bench.Planning;

switch (args)
{
    case ["prepare", var folder]:
        EqualGraph.Prepare(folder);
        break;
    case ["plan", var folder]:
        EqualGraph.Plan(folder);
        break;
    case ["run", var folder]:
        EqualGraph.Run(folder);
        break;
    case ["experiment", var root, var experiment, var folder]:
        LargestExperiment.Measure(root, experiment, folder);
        break;
    default:
        throw new ArgumentException("prepare FOLDER | plan FOLDER | run FOLDER | experiment ROOT NAME FOLDER");
}
