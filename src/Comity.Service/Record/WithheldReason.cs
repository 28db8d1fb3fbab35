namespace Comity.Service.Record;

/// <summary>Why an export shows only the leaf hash of an entry.</summary>
public enum WithheldReason
{
    /// <summary>The person the export is for may not see it.</summary>
    Walled,

    /// <summary>It was erased, by law or at the end of its retention; the hash stays.</summary>
    Erased,
}
