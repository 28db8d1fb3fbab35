using System.Globalization;

namespace Comity.Service.Record;

/// <summary>
/// The signed list of an export's files with their hashes. Its first line is not the name of a log and its second is not a number, so that
/// the signature on it can never stand for a checkpoint, nor a checkpoint's for it.
/// </summary>
internal sealed record ExportManifest(LogId Log, DateTime MadeAt, IReadOnlyList<ExportManifest.FileLine> Files)
{
    private const string FirstLine = "Comity export, version 1";
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    internal sealed record FileLine(string Name, RecordHash Hash, long Bytes);

    public string ToText() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{FirstLine}\nlog {Log.Value}\nmade {MadeAt.ToString(InstantFormat, CultureInfo.InvariantCulture)}\n"
        ) + string.Concat(Files.Select(f => string.Create(CultureInfo.InvariantCulture, $"sha256 {f.Hash} {f.Bytes} {f.Name}\n")));

    public static ExportManifest Parse(string text)
    {
        var lines = text.Split('\n');
        if (
            lines.Length < 4
            || lines[0] != FirstLine
            || !lines[1].StartsWith("log ", StringComparison.Ordinal)
            || !lines[2].StartsWith("made ", StringComparison.Ordinal)
            || !DateTime.TryParseExact(
                lines[2]["made ".Length..],
                InstantFormat,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var made
            )
        )
        {
            throw new RecordFormatException("this is not the list of files of an export");
        }

        var manifest = new ExportManifest(LogId.Parse(lines[1]["log ".Length..]), made, [.. lines[3..^1].Select(ParseFile)]);
        return manifest.ToText() == text
            ? manifest
            : throw new RecordFormatException("the list of files is not written the way Comity writes it");
    }

    private static FileLine ParseFile(string line)
    {
        var parts = line.Split(' ', 4);
        return parts.Length == 4 && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? new FileLine(parts[3], RecordHash.Parse(parts[1]), bytes)
            : throw new RecordFormatException("a line of the list of files has a hash, a size and a name");
    }
}
