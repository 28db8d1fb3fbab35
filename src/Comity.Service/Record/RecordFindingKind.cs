namespace Comity.Service.Record;

/// <summary>The kinds of things that can be wrong with an export.</summary>
public enum RecordFindingKind
{
    ExportUnreadable,
    FileMissing,
    FileUnexpected,
    FileAltered,
    KeyUnreadable,
    KeyNotTheOneHeld,
    CheckpointUnreadable,
    CheckpointSignatureWrong,
    ManifestUnreadable,
    ManifestSignatureWrong,
    EntryUnreadable,
    EntryMissing,
    EntryOutOfOrder,
    EntryOfAnotherLog,
    ChainBroken,
    SizeWrong,
    RootWrong,
    ContentUnreadable,
    ContentAltered,
    ContentWithoutEntry,
    HeldCheckpointUnreadable,
    HeldCheckpointSignatureWrong,
    HeldCheckpointContradicted,
}
