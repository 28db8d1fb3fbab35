namespace Comity.Service.Content;

/// <summary>
/// A council's keys: the current one, which wraps, and older ones, which still open what has not been re-wrapped. Everything that the
/// service asks of keys goes through here.
/// </summary>
public sealed class CouncilKeyRing : IDisposable
{
    private readonly Dictionary<string, CouncilKey> _keys;

    /// <summary>Takes over the keys; the first is the current one.</summary>
    public CouncilKeyRing(IEnumerable<CouncilKey> currentFirst)
    {
        var keys = currentFirst.ToList();
        if (keys.Count == 0)
        {
            throw new SealedContentException(SealedFailure.KeyMissing, "there is no council key");
        }

        if (keys.Any(k => k.CouncilId != keys[0].CouncilId))
        {
            throw new SealedContentException(SealedFailure.WrongKey, "the key folder holds a key of another council");
        }

        Current = keys[0];
        _keys = keys.DistinctBy(k => k.Id).ToDictionary(k => k.Id, StringComparer.Ordinal);
        All = [Current, .. _keys.Values.Where(k => k.Id != Current.Id)];
    }

    /// <summary>Whose keys these are.</summary>
    public Guid CouncilId => Current.CouncilId;

    /// <summary>The key that wraps from now on.</summary>
    public CouncilKey Current { get; }

    /// <summary>All keys, the current one first.</summary>
    public IReadOnlyList<CouncilKey> All { get; }

    /// <summary>Makes a key for a matter.</summary>
    public (ContentKey Open, WrappedContentKey Stored) NewContentKey(Guid matterId) => Current.NewContentKey(matterId);

    /// <summary>Opens what any of the council's keys sealed for the purpose.</summary>
    /// <exception cref="SealedContentException">It does not open; the exception says why.</exception>
    public byte[] Open(string purpose, ReadOnlySpan<byte> box)
    {
        foreach (var key in All)
        {
            try
            {
                return key.Open(purpose, box);
            }
            catch (SealedContentException e) when (e.Failure == SealedFailure.WrongKey)
            {
                // An older key may be the one.
            }
        }

        throw new SealedContentException(
            SealedFailure.KeyMissing,
            "none of the keys in the key folder sealed this: restore the one that did from its backup"
        );
    }

    /// <summary>Opens a matter's key.</summary>
    /// <exception cref="SealedContentException">It does not open; the exception says why.</exception>
    public ContentKey Unwrap(WrappedContentKey stored)
    {
        if (stored.IsErased)
        {
            throw new SealedContentException(
                SealedFailure.KeyErased,
                "the key of this matter was erased; its sealed content cannot be opened by anybody"
            );
        }

        return _keys.TryGetValue(stored.CouncilKeyId, out var key)
            ? key.Unwrap(stored)
            : throw new SealedContentException(
                SealedFailure.KeyMissing,
                $"the council key {stored.CouncilKeyId} is not in the key folder: restore it from its backup"
            );
    }

    /// <summary>
    /// Wraps a matter's key under the current council key. The content is not touched. A key that is wrapped so already, or was erased, comes back as it is:
    /// the work can stop and go on.
    /// </summary>
    public WrappedContentKey Rewrap(WrappedContentKey stored)
    {
        if (stored.IsErased || stored.CouncilKeyId == Current.Id)
        {
            return stored;
        }

        using var key = Unwrap(stored);
        return Current.Wrap(key, stored.MatterId);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var key in All)
        {
            key.Dispose();
        }
    }
}
