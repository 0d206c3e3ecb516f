namespace VerifyTests;

public class VerifyResult
{
    internal VerifyResult(string file, string text) => (Files, Text) = ([file], text);

    public IEnumerable<string> Files { get; }

    public string Text { get; }
}
