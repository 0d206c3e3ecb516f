namespace Lat.Reports.Tests;

public sealed class CostTableTests
{
    [Fact]
    public void EachRowShowsAllThatItNeedsAndWhatItAloneDoes() => Assert.Equal(
        """
        | row          | stages | CPU hours | GPU hours | peak memory |  disk | of its own: stages | CPU hours | GPU hours |
        | ------------ | -----: | --------: | --------: | ----------: | ----: | -----------------: | --------: | --------: |
        | baseline     |      3 |     0.028 |     0.000 |     500 MiB | 3 GiB |                  1 |     0.025 |     0.000 |
        | lat          |      9 |      2.00 |     0.010 |     600 MiB | 4 GiB |                  4 |      0.20 |     0.000 |
        | all together |     11 |      2.03 |     0.010 |     600 MiB | 5 GiB |                  - |         - |         - |

        """,
        MarkdownTable.Render(CostTable.Build(Some.Measured())));

    [Fact]
    public void WhatNobodyMeasuredIsADash() => Assert.Contains("had - of memory", CostTable.Summary(RunCost.None), StringComparison.Ordinal);
}
