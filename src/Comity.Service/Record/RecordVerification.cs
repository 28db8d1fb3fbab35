namespace Comity.Service.Record;

/// <summary>The outcome of checking an export.</summary>
public sealed record RecordVerification
{
    /// <summary>What is wrong; nothing when the export stands.</summary>
    public required IReadOnlyList<RecordFinding> Findings { get; init; }

    /// <summary>Whether more was wrong than is listed.</summary>
    public required bool IsCutShort { get; init; }

    /// <summary>What this check could not show, in plain words. It is never empty: every check has limits, and a reader must know them.</summary>
    public required IReadOnlyList<string> NotChecked { get; init; }

    /// <summary>The log, size and root that the checkpoint states, if it can be read.</summary>
    public required Checkpoint? Checkpoint { get; init; }

    /// <summary>The number of entries given in full.</summary>
    public required long FullEntries { get; init; }

    /// <summary>The number of entries given as hashes.</summary>
    public required long WithheldEntries { get; init; }

    /// <summary>The number of contents that agree with their entry.</summary>
    public required long ContentsChecked { get; init; }

    /// <summary>Whether the export was shown to go on from a checkpoint held outside.</summary>
    public required bool ContinuesHeldCheckpoint { get; init; }

    /// <summary>Whether nothing is wrong.</summary>
    public bool Stands => Findings.Count == 0;
}
