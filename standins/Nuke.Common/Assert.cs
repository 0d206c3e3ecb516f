using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Nuke.Common;

/// <summary>Stops the build, or the target, with a message.</summary>
public static class Assert
{
    [DoesNotReturn]
    [SuppressMessage("Usage", "CA2201", Justification = "The package throws System.Exception here.")]
    public static void Fail(string message, Exception? exception = null) => throw new Exception(message, exception);

    public static void True([DoesNotReturnIf(false)] bool condition, string? message = null, [CallerArgumentExpression(nameof(condition))] string? argumentExpression = null)
    {
        if (!condition)
        {
            throw new ArgumentException(message ?? "Expected condition to be true", message is null ? argumentExpression : null);
        }
    }

    public static void False([DoesNotReturnIf(true)] bool condition, string? message = null, [CallerArgumentExpression(nameof(condition))] string? argumentExpression = null)
    {
        if (condition)
        {
            throw new ArgumentException(message ?? "Expected condition to be false", message is null ? argumentExpression : null);
        }
    }

    public static T NotNull<T>([NotNull] this T? obj, string? message = null, [CallerArgumentExpression(nameof(obj))] string? argumentExpression = null)
        where T : class =>
        obj ?? throw new ArgumentException(message ?? "Expected object to be not null", message is null ? argumentExpression : null);

    public static void FileExists(string path, string? message = null, [CallerArgumentExpression(nameof(path))] string? argumentExpression = null)
    {
        if (!File.Exists(path))
        {
            throw new ArgumentException(message ?? $"Expected file to exist: {path}", message is null ? argumentExpression : null);
        }
    }
}
