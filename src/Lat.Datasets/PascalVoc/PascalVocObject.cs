using Lat.Core;

namespace Lat.Datasets;

/// <summary>One object of an XML file.</summary>
/// <param name="Index">Its position among the objects, from 0.</param>
/// <param name="Name">The class; null where it is missing.</param>
/// <param name="Box">In Lat's terms: from 0, exclusive maximum; not checked yet.</param>
/// <param name="Label">Everything beside the box and the class.</param>
internal sealed record PascalVocObject(int Index, string? Name, RawBox Box, Annotation Label);
