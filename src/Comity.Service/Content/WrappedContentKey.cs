namespace Comity.Service.Content;

/// <summary>A matter's key as the database keeps it: sealed under the council key that is named. Without it the matter's sealed content is noise.</summary>
public sealed record WrappedContentKey(Guid MatterId, string CouncilKeyId, ReadOnlyMemory<byte> Wrapped)
{
    /// <summary>Whether the key was erased on purpose.</summary>
    public bool IsErased => Wrapped.IsEmpty;

    /// <summary>What is left after erasure: the fact.</summary>
    public WrappedContentKey Erase() => this with { Wrapped = ReadOnlyMemory<byte>.Empty };
}
