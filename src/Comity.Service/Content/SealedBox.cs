using System.Security.Cryptography;
using System.Text;

namespace Comity.Service.Content;

/// <summary>
/// AES-256-GCM with a fresh random 96-bit nonce per message: version byte ‖ fingerprint of the key (8) ‖ nonce (12) ‖ ciphertext ‖ tag (16).
/// With random nonces one key must not seal more than 2^32 messages (NIST SP 800-38D §8.3); a matter's key seals thousands at most, a
/// council's wrapping key one per matter.
/// </summary>
internal static class SealedBox
{
    public const int KeyBytes = 32;
    private const byte FormatVersion = 1;
    private const int FingerprintBytes = 8;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeaderBytes = 1 + FingerprintBytes + NonceBytes;

    public static byte[] Seal(byte[] key, string purpose, ReadOnlySpan<byte> place, ReadOnlySpan<byte> plain)
    {
        var box = new byte[HeaderBytes + plain.Length + TagBytes];
        box[0] = FormatVersion;
        Fingerprint(key).CopyTo(box.AsSpan(1));
        var nonce = box.AsSpan(1 + FingerprintBytes, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, box.AsSpan(HeaderBytes, plain.Length), box.AsSpan(HeaderBytes + plain.Length), Bound(purpose, place));
        return box;
    }

    public static byte[] Open(byte[] key, string purpose, ReadOnlySpan<byte> place, ReadOnlySpan<byte> box)
    {
        if (box.Length < HeaderBytes + TagBytes || box[0] != FormatVersion)
        {
            throw new SealedContentException(SealedFailure.UnknownFormat, "the sealed content is not in a format that this version knows");
        }

        if (!CryptographicOperations.FixedTimeEquals(Fingerprint(key), box.Slice(1, FingerprintBytes)))
        {
            throw new SealedContentException(SealedFailure.WrongKey, "the sealed content was sealed with another key");
        }

        var plain = new byte[box.Length - HeaderBytes - TagBytes];
        try
        {
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(
                box.Slice(1 + FingerprintBytes, NonceBytes),
                box.Slice(HeaderBytes, plain.Length),
                box[(HeaderBytes + plain.Length)..],
                plain,
                Bound(purpose, place)
            );
            return plain;
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new SealedContentException(
                SealedFailure.Tampered,
                "the sealed content was altered, or it stands in a place that it was not sealed for",
                e
            );
        }
    }

    /// <summary>Tells keys apart. It is one-way over 256 random bits and gives nothing away about the key.</summary>
    public static byte[] Fingerprint(byte[] key) =>
        HKDF.Expand(HashAlgorithmName.SHA256, key, FingerprintBytes, "comity/v1/fingerprint"u8.ToArray());

    private static byte[] Bound(string purpose, ReadOnlySpan<byte> place) => [.. Encoding.UTF8.GetBytes(purpose), 0, .. place];
}
