namespace VerifyTests;

public enum ScrubberLocation
{
    First,
    Last,
}
