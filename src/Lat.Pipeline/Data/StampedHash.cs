using Lat.Core;

namespace Lat.Pipeline;

/// <summary>The content of a file, and the stamp that the file had when it was hashed.</summary>
internal readonly record struct StampedHash(FileStamp Stamp, ContentHash Hash);
