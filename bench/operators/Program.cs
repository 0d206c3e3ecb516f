// usage: operators DATA THREADS. Answers compare.py; the data are what peer.py wrote.
using System.Globalization;
using Lat.Bench;
using Lat.Bench.Operators;
using TorchSharp;

torch.set_num_threads(int.Parse(args[1], CultureInfo.InvariantCulture));
CaseServer.Serve(Cases.From(args[0]));
