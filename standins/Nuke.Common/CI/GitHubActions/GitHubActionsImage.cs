namespace Nuke.Common.CI.GitHubActions;

/// <summary>The machine that a job runs on.</summary>
public enum GitHubActionsImage
{
    Ubuntu2404,
    Ubuntu2204,
    UbuntuLatest,
}
