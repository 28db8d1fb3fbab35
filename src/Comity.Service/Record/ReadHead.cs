namespace Comity.Service.Record;

/// <summary>Where the log of reads stands, and how much of it the record vouches for. One row.</summary>
public sealed class ReadHead
{
    public int Id { get; init; } = 1;
    public long Size { get; set; }
    public required byte[] LastHash { get; set; }

    /// <summary>As of <see cref="RecordHead.CompactRange"/>.</summary>
    public required byte[] CompactRange { get; set; }

    /// <summary>How many reads the last entry of the kind <see cref="ChainReads.BoundKind"/> in the record covers.</summary>
    public long BoundSize { get; set; }

    /// <summary>The council's date on which that entry was made.</summary>
    public DateOnly? BoundOn { get; set; }
}
