using System.Runtime.CompilerServices;
using VerifyTests;

namespace VerifyXunit;

public static class Verifier
{
    public static SettingsTask Verify(string? target, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "") =>
        Verify(target, "txt", settings, sourceFile);

    public static SettingsTask Verify(
        string? target, string extension, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "") =>
        Verify(target ?? "null", extension, TestMethod.FindOnStack(), settings, sourceFile);

    public static SettingsTask Verify(object? target, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "") =>
        Verify(ObjectText.Write(target), "txt", TestMethod.FindOnStack(), settings, sourceFile);

    private static SettingsTask Verify(string text, string extension, TestMethod method, VerifySettings? settings, string sourceFile) =>
        new(settings, final => Snapshot.VerifyAsync(text, SnapshotFiles.Of(final, method, sourceFile, extension), final));
}
