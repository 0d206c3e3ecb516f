namespace Lat.Reports;

/// <summary>What the imports of a dataset from disk say of it.</summary>
/// <param name="Train">Of the training set.</param>
/// <param name="Validation">Of the validation set; its convention and licence are the training set's.</param>
public sealed record DatasetImport(ImportFacts Train, ImportFacts Validation);
