using System.Security.Cryptography;
using System.Text;

namespace Comity.Service.Content;

/// <summary>The opened key of one matter's sealed content. It lives as long as one request and is wiped when it is disposed of.</summary>
public sealed class ContentKey : IDisposable
{
    private const string Purpose = "comity/v1/content";
    private readonly byte[] _key;

    internal ContentKey(byte[] key) => _key = key;

    internal ReadOnlySpan<byte> Bytes => _key;

    /// <summary>Seals bytes for one place. The length of the result gives away the length of the content.</summary>
    public byte[] Seal(SealedPlace place, ReadOnlySpan<byte> plain) => SealedBox.Seal(_key, Purpose, place.ToBytes(), plain);

    /// <summary>Seals a text for one place.</summary>
    public byte[] Seal(SealedPlace place, string text) => Seal(place, Encoding.UTF8.GetBytes(text));

    /// <summary>Opens what was sealed for this place.</summary>
    /// <exception cref="SealedContentException">It does not open; the exception says why.</exception>
    public byte[] Open(SealedPlace place, ReadOnlySpan<byte> box) => SealedBox.Open(_key, Purpose, place.ToBytes(), box);

    /// <summary>Opens a text that was sealed for this place.</summary>
    public string OpenText(SealedPlace place, ReadOnlySpan<byte> box) => Encoding.UTF8.GetString(Open(place, box));

    /// <inheritdoc />
    public void Dispose() => CryptographicOperations.ZeroMemory(_key);
}
