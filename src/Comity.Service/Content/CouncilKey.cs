using System.Security.Cryptography;
using System.Text;

namespace Comity.Service.Content;

/// <summary>
/// The key over all keys of one council: 256 random bits in a file outside the database and its backups. It seals nothing itself; each
/// purpose has a key of its own derived from it (HKDF), so that no two purposes can be played against each other.
/// </summary>
public sealed class CouncilKey : IDisposable
{
    private const string WrapPurpose = "comity/v1/wrap";
    private readonly byte[] _secret;

    private CouncilKey(Guid councilId, byte[] secret)
    {
        if (secret.Length != SealedBox.KeyBytes)
        {
            throw new SealedContentException(SealedFailure.UnknownFormat, $"a council key has {SealedBox.KeyBytes} bytes");
        }

        CouncilId = councilId;
        _secret = secret;
        Id = Convert.ToHexStringLower(SealedBox.Fingerprint(secret));
    }

    /// <summary>Whose key it is.</summary>
    public Guid CouncilId { get; }

    /// <summary>16 hexadecimal digits that follow from the key and do not give it away.</summary>
    public string Id { get; }

    /// <summary>Makes a new key.</summary>
    public static CouncilKey Generate(Guid councilId) => new(councilId, RandomNumberGenerator.GetBytes(SealedBox.KeyBytes));

    /// <summary>Takes over the bytes of a stored key.</summary>
    internal static CouncilKey FromBytes(Guid councilId, ReadOnlySpan<byte> secret) => new(councilId, secret.ToArray());

    internal ReadOnlySpan<byte> Bytes => _secret;

    /// <summary>Makes a key for a matter and wraps it; the wrapped form is stored, the open one used and disposed of.</summary>
    public (ContentKey Open, WrappedContentKey Stored) NewContentKey(Guid matterId)
    {
        var key = new ContentKey(RandomNumberGenerator.GetBytes(SealedBox.KeyBytes));
        return (key, Wrap(key, matterId));
    }

    /// <summary>Seals something of the council's that belongs to no matter, such as the data-protection ring.</summary>
    public byte[] Seal(string purpose, ReadOnlySpan<byte> plain) =>
        SealedBox.Seal(Derive(purpose), purpose, CouncilId.ToByteArray(bigEndian: true), plain);

    /// <summary>Opens what <see cref="Seal"/> sealed for the same purpose.</summary>
    public byte[] Open(string purpose, ReadOnlySpan<byte> box) =>
        SealedBox.Open(Derive(purpose), purpose, CouncilId.ToByteArray(bigEndian: true), box);

    /// <inheritdoc />
    public void Dispose() => CryptographicOperations.ZeroMemory(_secret);

    internal WrappedContentKey Wrap(ContentKey key, Guid matterId) =>
        new(matterId, Id, SealedBox.Seal(Derive(WrapPurpose), WrapPurpose, PlaceOf(matterId), key.Bytes));

    internal ContentKey Unwrap(WrappedContentKey stored) =>
        new(SealedBox.Open(Derive(WrapPurpose), WrapPurpose, PlaceOf(stored.MatterId), stored.Wrapped.Span));

    private byte[] PlaceOf(Guid matterId) => [.. CouncilId.ToByteArray(bigEndian: true), .. matterId.ToByteArray(bigEndian: true)];

    private byte[] Derive(string purpose) =>
        HKDF.Expand(HashAlgorithmName.SHA256, _secret, SealedBox.KeyBytes, Encoding.UTF8.GetBytes($"comity/v1/derive/{purpose}"));
}
