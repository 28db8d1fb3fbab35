using System.Security.Cryptography;
using System.Text;

namespace Comity.Service.Record;

/// <summary>
/// The private key that signs a log's checkpoints. It lives in the key folder, not in the database: whoever can rewrite the database
/// must not be able to sign the result.
/// </summary>
public sealed class RecordSigningKey : IDisposable
{
    private readonly ECDsa _ecdsa;

    private RecordSigningKey(LogId log, ECDsa ecdsa)
    {
        _ecdsa = ecdsa;
        Verifier = new VerifierKey(log.Value, ecdsa.ExportSubjectPublicKeyInfo());
    }

    /// <summary>The public half.</summary>
    public VerifierKey Verifier { get; }

    /// <summary>Makes a new key for a log.</summary>
    public static RecordSigningKey Generate(LogId log) => new(log, ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Reads a stored key.</summary>
    public static RecordSigningKey FromPkcs8(LogId log, ReadOnlySpan<byte> pkcs8)
    {
        var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportPkcs8PrivateKey(pkcs8, out var read);
            if (read == pkcs8.Length)
            {
                var key = new RecordSigningKey(log, ecdsa);
                _ = VerifierKey.Parse(key.Verifier.ToString());
                return key;
            }
        }
        catch (CryptographicException e)
        {
            ecdsa.Dispose();
            throw new RecordFormatException("this is no signing key", e);
        }

        ecdsa.Dispose();
        throw new RecordFormatException("bytes follow the signing key");
    }

    /// <summary>The key as it is stored: secret.</summary>
    public byte[] ToPkcs8() => _ecdsa.ExportPkcs8PrivateKey();

    /// <summary>Signs what the end of the log says.</summary>
    public SignedNote Sign(Checkpoint checkpoint) =>
        checkpoint.Log.Value == Verifier.Name
            ? SignText(checkpoint.ToText())
            : throw new ArgumentException($"this key signs for {Verifier.Name}, not for {checkpoint.Log}", nameof(checkpoint));

    /// <summary>Signs the list of files of an export, whose first line keeps it from being read as a checkpoint.</summary>
    internal SignedNote Sign(ExportManifest manifest) => SignText(manifest.ToText());

    /// <inheritdoc />
    public void Dispose() => _ecdsa.Dispose();

    private SignedNote SignText(string text)
    {
        var signature = _ecdsa.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return new SignedNote(text, [new NoteSignature(Verifier.Name, Verifier.Id, signature)]);
    }
}
