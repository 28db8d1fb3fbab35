namespace Comity.Service.Record;

/// <summary>Something that is wrong, where, and in plain words.</summary>
public sealed record RecordFinding(RecordFindingKind Kind, string File, long? Sequence, string Message);
