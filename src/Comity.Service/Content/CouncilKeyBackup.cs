using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Comity.Service.Record;

namespace Comity.Service.Content;

/// <summary>
/// A copy of a council's keys under a passphrase, as a text that can be printed or kept on a stick in a safe. The passphrase is stretched by
/// PBKDF2 with HMAC-SHA-512, the one function of its kind that .NET itself offers; the strength of the copy is that of the passphrase.
/// </summary>
public static class CouncilKeyBackup
{
    /// <summary>About three times what OWASP asked for with SHA-512 in 2023.</summary>
    public const int Iterations = 600_000;

    /// <summary>Five words drawn at random, or what is as long.</summary>
    public const int MinPassphraseLength = 16;

    private const string FirstLine = "Comity backup of a council's keys, version 1";
    private const string Purpose = "comity/v1/key-backup";
    private const int SaltBytes = 32;
    private const int MaxIterations = 20_000_000;

    /// <summary>What a backup holds.</summary>
    public sealed record Contents(CouncilKeyRing Keys, RecordSigningKey? SigningKey) : IDisposable
    {
        /// <inheritdoc />
        public void Dispose()
        {
            Keys.Dispose();
            SigningKey?.Dispose();
        }
    }

    /// <summary>Makes the backup text.</summary>
    public static string Export(CouncilKeyRing keys, RecordSigningKey? signingKey, string passphrase)
    {
        if (passphrase.Trim().Length < MinPassphraseLength)
        {
            throw new ArgumentException($"the passphrase has at least {MinPassphraseLength} characters", nameof(passphrase));
        }

        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var header = HeaderOf(keys.CouncilId, Iterations, salt);
        var plain = new StringBuilder();
        foreach (var key in keys.All)
        {
            plain.Append("council ").Append(Convert.ToBase64String(key.Bytes)).Append('\n');
        }

        if (signingKey is not null)
        {
            plain
                .Append("signing ")
                .Append(signingKey.Verifier.Name)
                .Append(' ')
                .Append(Convert.ToBase64String(signingKey.ToPkcs8()))
                .Append('\n');
        }

        var key32 = Stretch(passphrase, salt, Iterations);
        var box = SealedBox.Seal(key32, Purpose, Encoding.UTF8.GetBytes(header), Encoding.UTF8.GetBytes(plain.ToString()));
        CryptographicOperations.ZeroMemory(key32);
        return $"{header}keys {Convert.ToBase64String(box)}\n";
    }

    /// <summary>Opens a backup text.</summary>
    /// <exception cref="SealedContentException">The passphrase is wrong, or this is no such backup.</exception>
    public static Contents Import(string backup, string passphrase)
    {
        var (councilId, iterations, salt, box) = Parse(backup.ReplaceLineEndings("\n").Trim());
        var key = Stretch(passphrase, salt, iterations);
        try
        {
            var plain = SealedBox.Open(key, Purpose, Encoding.UTF8.GetBytes(HeaderOf(councilId, iterations, salt)), box);
            return Read(councilId, Encoding.UTF8.GetString(plain));
        }
        catch (SealedContentException e) when (e.Failure is SealedFailure.WrongKey or SealedFailure.Tampered)
        {
            throw new SealedContentException(
                SealedFailure.WrongPassphraseOrAltered,
                "the backup does not open: the passphrase is wrong, or the backup was altered",
                e
            );
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static string HeaderOf(Guid councilId, int iterations, byte[] salt) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{FirstLine}\ncouncil {councilId:D}\nPBKDF2-HMAC-SHA-512 {iterations} {Convert.ToBase64String(salt)}\n"
        );

    private static (Guid CouncilId, int Iterations, byte[] Salt, byte[] Box) Parse(string backup)
    {
        var lines = backup.Split('\n');
        try
        {
            if (
                lines.Length == 4
                && lines[0] == FirstLine
                && lines[1].Split(' ') is ["council", var id]
                && lines[3].Split(' ') is ["keys", var box]
            )
            {
                if (
                    lines[2].Split(' ') is ["PBKDF2-HMAC-SHA-512", var count, var salt]
                    && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var iterations)
                    && iterations is > 0 and <= MaxIterations
                    && Guid.TryParseExact(id, "D", out var councilId)
                )
                {
                    return (councilId, iterations, Convert.FromBase64String(salt), Convert.FromBase64String(box));
                }
            }
        }
        catch (FormatException e)
        {
            throw new SealedContentException(SealedFailure.UnknownFormat, "the backup of the keys is damaged", e);
        }

        throw new SealedContentException(SealedFailure.UnknownFormat, "this is not a backup of a council's keys");
    }

    private static Contents Read(Guid councilId, string plain)
    {
        var keys = new List<CouncilKey>();
        RecordSigningKey? signing = null;
        foreach (var line in plain.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (line.Split(' '))
            {
                case ["council", var secret]:
                    keys.Add(CouncilKey.FromBytes(councilId, Convert.FromBase64String(secret)));
                    break;
                case ["signing", var log, var pkcs8]:
                    signing = RecordSigningKey.FromPkcs8(LogId.Parse(log), Convert.FromBase64String(pkcs8));
                    break;
                default:
                    throw new SealedContentException(
                        SealedFailure.UnknownFormat,
                        "the backup holds a kind of key that this version does not know"
                    );
            }
        }

        return new Contents(new CouncilKeyRing(keys), signing);
    }

    /// <summary>The same passphrase typed on two keyboards can be two sequences of code points; NFKC makes them one.</summary>
    private static byte[] Stretch(string passphrase, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(passphrase.Trim().Normalize(NormalizationForm.FormKC)),
            salt,
            iterations,
            HashAlgorithmName.SHA512,
            SealedBox.KeyBytes
        );
}
