namespace Lat.Reports;

/// <summary>What people read of a transfer: `fine → mid, lat`.</summary>
internal static class TransferName
{
    public static string Of(TransferAlignment item) => Of(item.Source, item.Target, item.Method);

    public static string Of(DatasetName source, DatasetName target, string method) => $"{source} → {target}, {method}";
}
