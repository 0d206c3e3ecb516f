namespace Lat.Reports;

/// <summary>How right the labels are that one method transferred from one source into one target's space.</summary>
/// <param name="Method">The method that made the labels.</param>
/// <param name="Source">The dataset whose images were labelled.</param>
/// <param name="Target">The dataset whose label space the labels are in.</param>
/// <param name="Seed">The seed of the run.</param>
/// <param name="Audit">What was measured against the truth.</param>
public sealed record TransferMeasurement(string Method, DatasetName Source, DatasetName Target, Seed Seed, TransferAuditResult Audit);
