using System.Diagnostics.CodeAnalysis;
using Lat.Core;
using Parquet;
using Parquet.Schema;

namespace Lat.Datasets;

/// <summary>Reads single columns of a parquet file, one row group at a time, whatever whole or fractional type they were stored in.</summary>
internal sealed class ParquetTable : IDisposable
{
    private const long MaxRows = 100_000_000;

    /// <summary>More rows than this to a byte of the file are a damaged number: even a column of one value needs its key columns.</summary>
    private const long MaxRowsPerByte = 16;
    private readonly ParquetStream _stream;
    private readonly ParquetReader _reader;
    private readonly DataField[] _fields;

    private ParquetTable(string path, ParquetStream stream)
    {
        ParquetShape.CheckDirectory(stream);
        (Path, _stream) = (path, stream);
        _reader = Wait(ParquetReader.CreateAsync(stream, null, leaveStreamOpen: true, CancellationToken.None));
        _fields = _reader.Schema.DataFields;
    }

    public string Path { get; }

    public int GroupCount => _reader.RowGroupCount;

    /// <exception cref="LatException">The file cannot be read, or is no parquet file.</exception>
    public static ParquetTable Open(string path) => Read(path, () =>
    {
        var stream = new ParquetStream(path);
        try
        {
            return new ParquetTable(path, stream);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    });

    public bool Has(string column) => _fields.Any(field => field.Path.ToString() == column);

    /// <summary>The columns that the file lacks.</summary>
    public IEnumerable<string> Missing(params IEnumerable<string> columns) => columns.Where(column => !Has(column));

    /// <summary>The texts of a column; null where it has none.</summary>
    /// <exception cref="LatException">The column is missing, damaged or of another type.</exception>
    public string?[] Texts(int group, string column) => Column(group, column, [typeof(string), typeof(ReadOnlyMemory<char>)], (rows, field) =>
    {
        var values = new string?[rows.Length];
        Wait(rows.Reader.ReadAsync(field, values.AsMemory(), null, CancellationToken.None));
        return values;
    });

    /// <summary>The byte strings of a column; null where it has none.</summary>
    /// <exception cref="LatException">The column is missing, damaged or of another type.</exception>
    public byte[]?[] Bytes(int group, string column) => Column(group, column, [typeof(byte[]), typeof(ReadOnlyMemory<byte>)], (rows, field) =>
    {
        var values = new byte[]?[rows.Length];
        Wait(rows.Reader.ReadAsync(field, values.AsMemory(), null, CancellationToken.None));
        return values;
    });

    /// <summary>The whole numbers of a column; null where it has none.</summary>
    /// <exception cref="LatException">The column is missing, damaged or of another type.</exception>
    public long?[] Wholes(int group, string column) => Column(group, column, [], (rows, field) => Type.GetTypeCode(field.ClrType) switch
    {
        TypeCode.SByte => Numbers<sbyte, long>(rows, field, value => value),
        TypeCode.Byte => Numbers<byte, long>(rows, field, value => value),
        TypeCode.Int16 => Numbers<short, long>(rows, field, value => value),
        TypeCode.UInt16 => Numbers<ushort, long>(rows, field, value => value),
        TypeCode.Int32 => Numbers<int, long>(rows, field, value => value),
        TypeCode.UInt32 => Numbers<uint, long>(rows, field, value => value),
        TypeCode.Int64 => Numbers<long, long>(rows, field, value => value),
        _ => throw new InvalidDataException($"The column '{column}' holds {field.ClrType.Name}; expected whole numbers."),
    });

    /// <summary>The numbers that a column stands for, stored as such or by name; null where it has none or an unknown name.</summary>
    /// <param name="group">The row group, from 0.</param>
    /// <param name="column">The column.</param>
    /// <param name="numberOf">The number of a name.</param>
    /// <exception cref="LatException">The column is missing, damaged or of another type.</exception>
    public long?[] Codes(int group, string column, Func<string, long?> numberOf) =>
        _fields.FirstOrDefault(field => field.Path.ToString() == column)?.ClrType is { } type && (type == typeof(string) || type == typeof(ReadOnlyMemory<char>))
            ? Array.ConvertAll(Texts(group, column), text => text is null ? null : numberOf(text))
            : Wholes(group, column);

    /// <summary>The numbers of a column; null where it has none.</summary>
    /// <exception cref="LatException">The column is missing, damaged or of another type.</exception>
    public double?[] Reals(int group, string column) => Column(group, column, [], (rows, field) => Type.GetTypeCode(field.ClrType) switch
    {
        TypeCode.Single => Numbers<float, double>(rows, field, value => value),
        TypeCode.Double => Numbers<double, double>(rows, field, value => value),
        _ => throw new InvalidDataException($"The column '{column}' holds {field.ClrType.Name}; expected fractional numbers."),
    });

    public void Dispose()
    {
        Wait(_reader.DisposeAsync().AsTask());
        _stream.Dispose();
    }

    private T[] Column<T>(int group, string column, Type[] types, Func<RowGroup, DataField, T[]> read) => Read(Path, () =>
    {
        var field = _fields.FirstOrDefault(one => one.Path.ToString() == column)
            ?? throw new InvalidDataException($"The column '{column}' is missing.");
        if (field.IsArray || (types.Length > 0 && !types.Contains(field.ClrType)))
        {
            throw new InvalidDataException($"The column '{column}' holds {field.ClrType.Name}{(field.IsArray ? " lists" : "")}; expected single values{(types.Length > 0 ? $" of {types[0].Name}" : "")}.");
        }

        using var rows = _reader.OpenRowGroupReader(group);
        if (rows.RowCount is < 0 or > MaxRows || rows.RowCount > new FileInfo(Path).Length * MaxRowsPerByte)
        {
            throw new InvalidDataException(FormattableString.Invariant($"A row group claims {rows.RowCount} rows."));
        }

        CheckPages(rows, field);
        return read(new RowGroup(rows, (int)rows.RowCount), field);
    });

    /// <summary>The library reads pages from the first of these offsets, whichever it is.</summary>
    private void CheckPages(ParquetRowGroupReader rows, DataField field)
    {
        if (rows.GetMetadata(field)?.MetaData is { } column)
        {
            var start = column.DictionaryPageOffset is { } dictionary and > 0 ? Math.Min(dictionary, column.DataPageOffset) : column.DataPageOffset;
            ParquetShape.CheckPages(_stream, start, column.TotalCompressedSize);
        }
    }

    private static TTo?[] Numbers<TFrom, TTo>(RowGroup rows, DataField field, Func<TFrom, TTo> convert)
        where TFrom : struct
        where TTo : struct
    {
        var result = new TTo?[rows.Length];
        if (field.IsNullable)
        {
            var values = new TFrom?[rows.Length];
            Wait(rows.Reader.ReadAsync<TFrom>(field, values.AsMemory(), null, CancellationToken.None));
            for (var row = 0; row < values.Length; row++)
            {
                result[row] = values[row] is { } value ? convert(value) : null;
            }
        }
        else
        {
            var values = new TFrom[rows.Length];
            Wait(rows.Reader.ReadAsync<TFrom>(field, values.AsMemory(), null, CancellationToken.None));
            for (var row = 0; row < values.Length; row++)
            {
                result[row] = convert(values[row]);
            }
        }

        return result;
    }

    [SuppressMessage("Design", "CA1031", Justification = "On damaged files the library fails in every way that there is; all mean the same to the user.")]
    private static T Read<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is not LatException)
        {
            throw new LatException(
                $"'{path}' cannot be read as parquet: {exception.Message.TrimEnd('.')}. Download the file again.", exception);
        }
    }

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static void Wait(Task task) => task.GetAwaiter().GetResult();

    private static void Wait(ValueTask task) => task.AsTask().GetAwaiter().GetResult();

    private readonly record struct RowGroup(ParquetRowGroupReader Reader, int Length);
}
