using System.Buffers.Binary;
using System.Text;

namespace Comity.Service.Record;

/// <summary>A text with signatures below it, as C2SP signed-note lays it down.</summary>
public sealed class SignedNote
{
    /// <summary>The specification asks for at least 16; more than this is an attempt to waste time.</summary>
    public const int MaxSignatures = 64;

    private const string SignaturePrefix = "— ";
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public SignedNote(string text, IReadOnlyList<NoteSignature> signatures)
    {
        Text = text;
        Signatures = signatures;
    }

    /// <summary>The signed text with its last newline. It means nothing until a signature by a trusted key has been verified.</summary>
    public string Text { get; }

    /// <summary>The signatures, in the order of the note.</summary>
    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>Reads a note.</summary>
    public static SignedNote Parse(string note)
    {
        if (note.Any(c => c < ' ' && c != '\n'))
        {
            throw new RecordFormatException("a signed note has no control characters");
        }

        var split = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (split < 0 || !note.EndsWith('\n'))
        {
            throw new RecordFormatException("a signed note is a text, an empty line and at least one signature line");
        }

        var lines = note[(split + 2)..].Split('\n');
        var signatures = lines[..^1].Select(ParseSignature).ToList();
        return signatures.Count is > 0 and <= MaxSignatures
            ? new SignedNote(note[..(split + 1)], signatures)
            : throw new RecordFormatException($"a signed note has 1 to {MaxSignatures} signature lines");
    }

    /// <summary>Reads the bytes of a file.</summary>
    public static SignedNote Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return Parse(StrictUtf8.GetString(utf8));
        }
        catch (DecoderFallbackException e)
        {
            throw new RecordFormatException("a signed note is UTF-8", e);
        }
    }

    /// <summary>The note as it is written to a file or a page.</summary>
    public override string ToString()
    {
        var note = new StringBuilder(Text).Append('\n');
        foreach (var signature in Signatures)
        {
            var bytes = new byte[4 + signature.Signature.Length];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, signature.KeyId);
            signature.Signature.Span.CopyTo(bytes.AsSpan(4));
            note.Append(SignaturePrefix).Append(signature.KeyName).Append(' ').Append(Convert.ToBase64String(bytes)).Append('\n');
        }

        return note.ToString();
    }

    /// <summary>Standard base64 in its one canonical form: no spaces, and no stray bits in the last character.</summary>
    internal static byte[] StrictBase64(string text)
    {
        var bytes = new byte[((text.Length / 4) + 1) * 3];
        if (!Convert.TryFromBase64String(text, bytes, out var written) || Convert.ToBase64String(bytes, 0, written) != text)
        {
            throw new RecordFormatException("this is not base64 in its canonical form");
        }

        return bytes[..written];
    }

    private static NoteSignature ParseSignature(string line)
    {
        var parts = line.Split(' ');
        if (parts.Length != 3 || parts[0] != "—" || !LogId.TryParse(parts[1], out _))
        {
            throw new RecordFormatException("a signature line is a dash, the name of the key and the signature");
        }

        var bytes = StrictBase64(parts[2]);
        return bytes.Length > 4
            ? new NoteSignature(parts[1], BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(4))
            : throw new RecordFormatException("a signature is longer than the id of its key");
    }
}
