using System.Globalization;
using System.Text;

namespace Comity.Service.Matters;

/// <summary>
/// Which files may come with a message. A file's kind is what its first bytes say, and its name must agree: a page renamed to .pdf is refused.
/// Nothing that a browser would run is on the list, and every file is handed out as a download all the same.
/// </summary>
public static class AttachmentPolicy
{
    public const int MostFiles = 10;
    public const long MostBytesEach = 10 * 1024 * 1024;
    public const long MostBytesTogether = 25 * 1024 * 1024;
    public const int LongestName = 150;

    private const int LongestEnding = 20;

    public const string Accept = ".pdf,.png,.jpg,.jpeg,.gif,.docx,.xlsx,.pptx,.odt,.ods,.txt,.csv";

    private static ReadOnlySpan<byte> Pdf => "%PDF-"u8;
    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];
    private static ReadOnlySpan<byte> Gif => "GIF8"u8;
    private static ReadOnlySpan<byte> Zip => [0x50, 0x4B, 0x03, 0x04];

    /// <summary>Why the files cannot be taken beside those that are attached already, in the sender's words; empty when they can.</summary>
    public static IReadOnlyList<string> Refusals(IReadOnlyList<IncomingFile> files, int alreadyThere = 0, long bytesAlreadyThere = 0)
    {
        var refusals = new List<string>();
        if (files.Count + alreadyThere > MostFiles)
        {
            refusals.Add(
                $"Attach {MostFiles} files or fewer. You chose {files.Count}{(alreadyThere > 0 ? $", and {alreadyThere} are attached already" : "")}."
            );
        }

        foreach (var file in files)
        {
            var name = CleanName(file.Name);
            if (file.Bytes.Length == 0)
            {
                refusals.Add($"“{name}” is empty. Choose a file with something in it.");
            }
            else if (file.Bytes.LongLength > MostBytesEach)
            {
                refusals.Add($"“{name}” is larger than {MostBytesEach / 1024 / 1024} MB. Choose a smaller file, or split it.");
            }
            else if (MediaTypeOf(file) is null)
            {
                refusals.Add(
                    $"“{name}” is not a kind of file that can be attached. Use PDF, Word, Excel, PowerPoint, OpenDocument, a picture, text or CSV."
                );
            }
        }

        if (refusals.Count == 0 && files.Sum(file => file.Bytes.LongLength) + bytesAlreadyThere > MostBytesTogether)
        {
            refusals.Add($"Together the files are larger than {MostBytesTogether / 1024 / 1024} MB. Send some of them in another message.");
        }

        return refusals;
    }

    /// <summary>The media type, or null when the file is not one of the permitted kinds or pretends to be one.</summary>
    public static string? MediaTypeOf(IncomingFile file)
    {
        var bytes = file.Bytes.AsSpan();
        return Path.GetExtension(file.Name).ToLowerInvariant() switch
        {
            ".pdf" when bytes.StartsWith(Pdf) => "application/pdf",
            ".png" when bytes.StartsWith(Png) => "image/png",
            ".jpg" or ".jpeg" when bytes.StartsWith(Jpeg) => "image/jpeg",
            ".gif" when bytes.StartsWith(Gif) => "image/gif",
            ".docx" when bytes.StartsWith(Zip) => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ".xlsx" when bytes.StartsWith(Zip) => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ".pptx" when bytes.StartsWith(Zip) => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            ".odt" when bytes.StartsWith(Zip) => "application/vnd.oasis.opendocument.text",
            ".ods" when bytes.StartsWith(Zip) => "application/vnd.oasis.opendocument.spreadsheet",
            ".txt" when IsText(bytes) => "text/plain",
            ".csv" when IsText(bytes) => "text/csv",
            _ => null,
        };
    }

    /// <summary>The name without any path and without characters that a file system or a header reads as something else.</summary>
    public static string CleanName(string name)
    {
        var last = name.Replace('\\', '/').Split('/')[^1];
        var clean = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            // Half a surrogate pair comes out of EnumerateRunes as U+FFFD, so what is stored is always text.
            clean.Append(IsPlain(rune) ? rune.ToString() : "_");
        }

        var text = clean.ToString().Trim();
        var ending = Path.GetExtension(text);
        var stem = text[..^ending.Length].TrimStart('.').Trim();
        if (ending.Length > LongestEnding)
        {
            ending = Shortened(ending, LongestEnding);
        }

        return (stem.Length == 0 ? "file" : Shortened(stem, LongestName - ending.Length)) + ending;
    }

    // Format characters can turn the reading direction: "annual-report" with one in it can end in what looks like .pdf and is not.
    private static bool IsPlain(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
            )
        && rune.Value is not ('"' or '<' or '>' or '|' or ':' or '*' or '?');

    private static string Shortened(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    private static bool IsText(ReadOnlySpan<byte> bytes) => !bytes.Contains((byte)0);
}
