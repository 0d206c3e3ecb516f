/// <summary>One test that did not pass, and why.</summary>
internal sealed record TestFailure(string Test, string Message);
