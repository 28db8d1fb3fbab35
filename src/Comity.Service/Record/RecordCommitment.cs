using System.Security.Cryptography;
using System.Text;

namespace Comity.Service.Record;

/// <summary>
/// Binds an entry to its content without revealing it: SHA-256(salt ‖ content). The salt is kept with the content and erased with it;
/// without its 256 random bits nobody can test a guess at the content against the hash that stays.
/// </summary>
public static class RecordCommitment
{
    /// <summary>The number of random bytes. It is fixed, so that salt ‖ content can be split in one way only.</summary>
    public const int SaltBytes = 32;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A fresh salt. Every entry has its own.</summary>
    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltBytes);

    /// <summary>Commits to a text exactly as it is kept; <see cref="CanonicalJson"/> gives structured content one form.</summary>
    public static RecordHash Of(ReadOnlySpan<byte> salt, string content)
    {
        if (salt.Length != SaltBytes)
        {
            throw new RecordFormatException($"a salt has {SaltBytes} bytes, not {salt.Length}");
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        try
        {
            hash.AppendData(StrictUtf8.GetBytes(content));
        }
        catch (EncoderFallbackException e)
        {
            throw new RecordFormatException("the content is not well-formed text", e);
        }

        return new RecordHash(hash.GetHashAndReset());
    }
}
