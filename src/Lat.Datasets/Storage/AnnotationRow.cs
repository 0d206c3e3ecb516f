using System.Buffers.Binary;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>A label as bytes of fixed length: the fields of one row in the order of the columns of an annotation file.</summary>
internal static class AnnotationRow
{
    /// <summary>The bytes of each field: x1, y1, x2, y2, class, confidence, origin, flags, source, object, area.</summary>
    public static readonly int[] Fields = [8, 8, 8, 8, 4, 8, 1, 1, 4, 4, 8];

    /// <summary>Bytes of a row.</summary>
    public const int Size = 62;

    public static void Write(Span<byte> row, Annotation label)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(row, label.Box.X1);
        BinaryPrimitives.WriteDoubleLittleEndian(row[8..], label.Box.Y1);
        BinaryPrimitives.WriteDoubleLittleEndian(row[16..], label.Box.X2);
        BinaryPrimitives.WriteDoubleLittleEndian(row[24..], label.Box.Y2);
        BinaryPrimitives.WriteInt32LittleEndian(row[32..], label.ClassIndex);
        BinaryPrimitives.WriteDoubleLittleEndian(row[36..], label.Confidence);
        row[44] = (byte)label.Origin;
        row[45] = (byte)AnnotationFile.Flags(label);
        BinaryPrimitives.WriteInt32LittleEndian(row[46..], label.SourceIndex ?? 0);
        BinaryPrimitives.WriteInt32LittleEndian(row[50..], label.ObjectId ?? 0);
        BinaryPrimitives.WriteDoubleLittleEndian(row[54..], label.Area ?? 0);
    }
}
