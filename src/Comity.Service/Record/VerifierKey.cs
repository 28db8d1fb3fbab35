using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Comity.Service.Record;

/// <summary>
/// The public half of a record's key, and its text form (vkey) of C2SP signed-note: ECDSA over P-256 with SHA-256, signature type 0x02.
/// Its id is the beginning of the SHA-256 of the public key in DER (SPKI), as that type has it.
/// </summary>
public sealed class VerifierKey : IEquatable<VerifierKey>
{
    private const byte EcdsaType = 0x02;
    private const string P256 = "1.2.840.10045.3.1.7";
    private readonly byte[] _spki;

    internal VerifierKey(string name, byte[] spki)
    {
        Name = name;
        _spki = spki;
        Id = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(spki));
    }

    /// <summary>The name of the key: the log's.</summary>
    public string Name { get; }

    /// <summary>The short id, which tells keys of one name apart. It identifies; it proves nothing.</summary>
    public uint Id { get; }

    /// <summary>Reads a verifier key text.</summary>
    public static VerifierKey Parse(string vkey)
    {
        var parts = vkey.Split('+', 3);
        if (parts.Length != 3 || !LogId.TryParse(parts[0], out var name))
        {
            throw new RecordFormatException("a verifier key has three parts joined by plus signs: name, id and key");
        }

        var material = SignedNote.StrictBase64(parts[2]);
        if (material.Length < 2 || material[0] != EcdsaType)
        {
            throw new RecordFormatException("this verifier key is not of type 0x02 (ECDSA), the one that Comity signs with");
        }

        var spki = material[1..];
        using var ecdsa = Import(spki);
        var key = new VerifierKey(name.Value, spki);
        return key.ToString() == vkey ? key : throw new RecordFormatException("the id in the verifier key does not belong to the key");
    }

    /// <summary>Reads a verifier key text.</summary>
    public static bool TryParse(string vkey, [NotNullWhen(true)] out VerifierKey? key)
    {
        try
        {
            key = Parse(vkey);
            return true;
        }
        catch (RecordFormatException)
        {
            key = null;
            return false;
        }
    }

    /// <summary>Looks for a signature of this key. Signatures of other keys are ignored, as the specification demands.</summary>
    public NoteVerdict Verify(SignedNote note)
    {
        var own = note.Signatures.Where(s => s.KeyName == Name && s.KeyId == Id).ToList();
        if (own.Count == 0)
        {
            return NoteVerdict.NotSignedByThisKey;
        }

        using var ecdsa = Import(_spki);
        var text = Encoding.UTF8.GetBytes(note.Text);
        return own.All(s => ecdsa.VerifyData(text, s.Signature.Span, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence))
            ? NoteVerdict.Signed
            : NoteVerdict.WrongSignature;
    }

    /// <inheritdoc />
    public bool Equals(VerifierKey? other) => other is not null && Name == other.Name && _spki.AsSpan().SequenceEqual(other._spki);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as VerifierKey);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Name, Id);

    /// <summary>The text form, to be printed, published and held outside.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name}+{Id:x8}+{Convert.ToBase64String([EcdsaType, .. _spki])}");

    private static ECDsa Import(byte[] spki)
    {
        var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportSubjectPublicKeyInfo(spki, out var read);
            var curve = ecdsa.ExportParameters(includePrivateParameters: false).Curve;
            if (read == spki.Length && curve.IsNamed && curve.Oid.Value == P256)
            {
                return ecdsa;
            }
        }
        catch (CryptographicException e)
        {
            ecdsa.Dispose();
            throw new RecordFormatException("the verifier key holds no public key that can be read", e);
        }

        ecdsa.Dispose();
        throw new RecordFormatException("the verifier key is not on the curve P-256");
    }
}
