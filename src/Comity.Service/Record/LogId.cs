using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Comity.Service.Record;

/// <summary>
/// The name of one log of one council. It is the origin line of its checkpoints and the name of its key, so it obeys both
/// C2SP tlog-checkpoint and signed-note: not empty, no space, no control character, no plus.
/// </summary>
public sealed record LogId
{
    /// <summary>The longest name, in UTF-8 bytes.</summary>
    public const int MaxBytes = 255;

    private LogId(string value) => Value = value;

    /// <summary>The name as it stands in leaves and checkpoints.</summary>
    public string Value { get; }

    /// <summary>The log of what happened in a council.</summary>
    public static LogId OfRecord(Guid councilId) => new($"comity/{councilId:D}/record");

    /// <summary>The log of who read confidential matters; it grows faster and is exported apart.</summary>
    public static LogId OfReads(Guid councilId) => new($"comity/{councilId:D}/reads");

    /// <summary>Reads a name.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out LogId? id)
    {
        id = null;
        if (string.IsNullOrEmpty(text) || !IsWellFormed(text))
        {
            return false;
        }

        id = new LogId(text);
        return true;
    }

    /// <summary>Reads a name.</summary>
    public static LogId Parse(string text) =>
        TryParse(text, out var id)
            ? id
            : throw new RecordFormatException("the name of a log has 1 to 255 bytes, no space, no control character and no plus sign");

    /// <inheritdoc />
    public override string ToString() => Value;

    private static bool IsWellFormed(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            // EnumerateRunes replaces half a surrogate pair; such a text has no UTF-8 form and would not survive an export.
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || rune.Value is '+' or 0xFFFD)
            {
                return false;
            }
        }

        return Encoding.UTF8.GetByteCount(text) <= MaxBytes;
    }
}
