/// <summary>How the compiler is asked to work.</summary>
internal enum BuildConfiguration
{
    Debug,
    Release,
}
