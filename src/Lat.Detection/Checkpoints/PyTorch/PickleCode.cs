namespace Lat.Detection;

/// <summary>The steps of a pickle that state_dicts are made of (Python's `pickletools`); protocols 2 to 5.</summary>
internal enum PickleCode : byte
{
    Mark = (byte)'(', Stop = (byte)'.', Pop = (byte)'0', PopMark = (byte)'1',
    Int32 = (byte)'J', UInt8 = (byte)'K', UInt16 = (byte)'M', Float64 = (byte)'G', None = (byte)'N',
    PersistentId = (byte)'Q', Reduce = (byte)'R', Build = (byte)'b', Global = (byte)'c',
    String32 = (byte)'T', String8 = (byte)'U', Unicode32 = (byte)'X', Bytes32 = (byte)'B', Bytes8 = (byte)'C',
    Append = (byte)'a', Appends = (byte)'e', List = (byte)'l', EmptyList = (byte)']',
    EmptyDictionary = (byte)'}', SetItem = (byte)'s', SetItems = (byte)'u',
    Tuple = (byte)'t', EmptyTuple = (byte)')',
    Get8 = (byte)'h', Get32 = (byte)'j', Put8 = (byte)'q', Put32 = (byte)'r',
    Protocol = 0x80, NewObject = 0x81, Tuple1 = 0x85, Tuple2 = 0x86, Tuple3 = 0x87, NewTrue = 0x88, NewFalse = 0x89, Long1 = 0x8A, Long4 = 0x8B,
    Unicode8 = 0x8C, Unicode64 = 0x8D, Bytes64 = 0x8E, EmptySet = 0x8F, AddItems = 0x90, StackGlobal = 0x93, Memoize = 0x94, Frame = 0x95,
    ByteArray64 = 0x96,
}
