using Lat.Cli;

return EntryPoint.Run(args, Console.Out, Console.Error);
