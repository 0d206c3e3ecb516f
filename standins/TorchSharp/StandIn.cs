using System.Reflection;

// The identity of a stage's code counts a stand-in's IL as it counts the product's; of a package only the version counts.
[assembly: AssemblyMetadata("Lat.StandIn", "true")]
