namespace Lat.Pipeline;

/// <summary>One stage of a ticket.</summary>
/// <param name="Name">The node's name.</param>
/// <param name="Identity">What it was at submission (<see cref="StageIdentities"/>), in hexadecimal: a job runs nothing else.</param>
internal sealed record SlurmTicketStage(string Name, string Identity);
