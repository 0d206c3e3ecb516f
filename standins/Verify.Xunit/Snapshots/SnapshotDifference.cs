using System.Text;

namespace VerifyTests;

/// <summary>What a developer reads when a snapshot does not hold.</summary>
internal static class SnapshotDifference
{
    public static string Describe(SnapshotFiles files, string received, string? verified)
    {
        var (receivedName, verifiedName) = (Path.GetFileName(files.Received), Path.GetFileName(files.Verified));
        var kind = verified is null ? "New" : "NotEqual";
        var text = new StringBuilder($"Directory: {files.Directory}\n{kind}:\n  - Received: {receivedName}\n    Verified: {verifiedName}\n");
        if (verified is not null)
        {
            AppendFirstDifference(text, received.Split('\n'), verified.Split('\n'));
        }

        text.Append($"\nFileContent:\n\n{kind}:\n\nReceived: {receivedName}\n{received}\n");
        return verified is null ? text.ToString() : text.Append($"Verified: {verifiedName}\n{verified}\n").ToString();
    }

    private static void AppendFirstDifference(StringBuilder text, string[] received, string[] verified)
    {
        var line = received.Zip(verified).TakeWhile(pair => pair.First == pair.Second).Count();
        text.Append(FormattableString.Invariant($"\nFirst difference, line {line + 1}:\n"));
        text.Append($"  - verified: {LineOf(verified, line)}\n  + received: {LineOf(received, line)}\n");
    }

    private static string LineOf(string[] lines, int line) => line < lines.Length ? lines[line] : "(the end)";
}
