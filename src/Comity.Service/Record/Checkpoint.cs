using System.Globalization;
using System.Text.RegularExpressions;

namespace Comity.Service.Record;

/// <summary>The size and root of a log at a moment, as C2SP tlog-checkpoint writes it. Comity writes no extension line and accepts none.</summary>
public sealed partial record Checkpoint(LogId Log, long Size, RecordHash Root)
{
    /// <summary>The text that is signed.</summary>
    public string ToText() =>
        string.Create(CultureInfo.InvariantCulture, $"{Log.Value}\n{Size}\n{Convert.ToBase64String(Root.ToArray())}\n");

    /// <summary>Reads the text of a note.</summary>
    public static Checkpoint Parse(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length != 4 || lines[3].Length != 0)
        {
            throw new RecordFormatException("a checkpoint has three lines: the log, the number of entries and the root");
        }

        if (!WholeNumber().IsMatch(lines[1]) || !long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size))
        {
            throw new RecordFormatException("the second line of a checkpoint is the number of entries");
        }

        return new Checkpoint(LogId.Parse(lines[0]), size, new RecordHash(SignedNote.StrictBase64(lines[2])));
    }

    [GeneratedRegex(@"\A(0|[1-9][0-9]*)\z")]
    private static partial Regex WholeNumber();
}
