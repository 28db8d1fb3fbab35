namespace Comity.Service.Record;

/// <summary>Where the record stands. One row; a writer locks it, so that appends of one council come one after the other.</summary>
public sealed class RecordHead
{
    public int Id { get; init; } = 1;

    /// <summary>The log's id: the council's id, said in every leaf.</summary>
    public Guid LogId { get; init; }

    public long Size { get; set; }
    public required byte[] LastHash { get; set; }

    /// <summary>The roots of the full subtrees, largest first (RFC 6962): enough to append without reading the tree.</summary>
    public required byte[] CompactRange { get; set; }
}
