using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Comity.Web.SignIn;

/// <summary>Codes of an authenticator app: RFC 6238 with SHA-1, six digits and thirty seconds, the one setting that every app understands.</summary>
public static class Totp
{
    public const int SecretBytes = 20;
    private const int StepSeconds = 30;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static long StepAt(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / StepSeconds;

    public static string CodeAt(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 4226 lays SHA-1 down; as a keyed hash it is not broken (RFC 6238, section 1.2).
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf, 4)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code it is: now, or one before or after for clocks that are a little off. A step up to the one used last does not count again (RFC 6238, section 5.2).</summary>
    public static long? Match(ReadOnlySpan<byte> secret, string code, DateTimeOffset now, long lastUsed)
    {
        ArgumentNullException.ThrowIfNull(code);
        var typed = Encoding.ASCII.GetBytes(string.Concat(code.Where(char.IsAsciiDigit)));
        var present = StepAt(now);
        long? found = null;
        for (var step = present - 1; step <= present + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeAt(secret, step)), typed) && step > lastUsed)
            {
                found ??= step;
            }
        }

        return found;
    }

    /// <summary>RFC 4648 base 32 without padding: what people type into an app.</summary>
    public static string ToBase32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        int bits = 0,
            held = 0;
        foreach (var value in bytes)
        {
            held = (held << 8) | value;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Alphabet[(held >> bits) & 31]);
            }

            held &= (1 << bits) - 1;
        }

        if (bits > 0)
        {
            text.Append(Alphabet[(held << (5 - bits)) & 31]);
        }

        return text.ToString();
    }

    /// <summary>What the square for the app's camera says (the key URI format of Google Authenticator, which others follow).</summary>
    public static string Uri(string council, string account, ReadOnlySpan<byte> secret) =>
        $"otpauth://totp/{System.Uri.EscapeDataString(council)}:{System.Uri.EscapeDataString(account)}"
        + $"?secret={ToBase32(secret)}&issuer={System.Uri.EscapeDataString(council)}";
}
