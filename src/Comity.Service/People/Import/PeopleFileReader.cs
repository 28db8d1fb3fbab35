using System.Text;
using CsvHelper;

namespace Comity.Service.People.Import;

/// <summary>
/// Reads people.csv line by line: commas, semicolons or tabs; UTF-8 with or without a byte-order mark, or Windows-1252 by choice. It stops at
/// the limits of <see cref="PeopleFileLimits"/> and never guesses at a letter.
/// </summary>
public static class PeopleFileReader
{
    /// <summary>A cell that a spreadsheet would take for a formula is exported with an apostrophe before it; here it comes off again.</summary>
    private const string FormulaStarts = "=+-@\t\r";

    public static async Task<PeopleFile> ReadAsync(Stream stream, PeopleFileEncoding encoding, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var problems = new List<ImportProblem>();
        var rows = new List<RawRow>();
        List<string> columns = [];
        var lastLine = 0;
        using var limited = new LimitedStream(stream, PeopleFileLimits.Bytes);
        using var text = new StreamReader(limited, EncodingOf(encoding), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            MaxRecordSize = PeopleFileLimits.Bytes,
            TrackLineNumbers = true,
            OnMalformedRecord = bad =>
                problems.Add(
                    new(
                        (int)bad.LineNumber,
                        "",
                        Shorten(bad.RawRecord),
                        bad.Reason == CsvMalformedReason.UnterminatedQuote
                            ? "A quotation mark opens here and never closes. Close it, or take it out."
                            : "A quotation mark stands where none can. Put the whole value in quotation marks and double the ones inside it."
                    )
                ),
        };
        try
        {
            await using var csv = CsvReader.Create(text, options, leaveOpen: true);
            while (await csv.ReadAsync(ct))
            {
                lastLine = (int)csv.LineNumber;
                var record = csv.Current.ToArray();
                if (columns.Count == 0)
                {
                    columns = ReadHeader(record, problems);
                }
                else if (rows.Count == PeopleFileLimits.Rows)
                {
                    problems.Add(
                        new(
                            lastLine,
                            "",
                            "",
                            $"The file has more than {PeopleFileLimits.Rows:N0} people. Split it into files and import one after the other."
                        )
                    );
                    break;
                }
                else if (ReadRow(lastLine, columns, record, problems) is { } row)
                {
                    rows.Add(row);
                }
            }
        }
        catch (DecoderFallbackException)
        {
            problems.Add(
                new(
                    lastLine + 1,
                    "",
                    "",
                    "From about this line the file is not written as UTF-8. Save it again as \"CSV UTF-8\", or say that it is Windows-1252 and check the names in the preview."
                )
            );
            return new PeopleFile(columns, rows, problems) { OfferWindows1252 = true };
        }
        catch (FileTooLargeException)
        {
            problems.Add(
                new(
                    lastLine + 1,
                    "",
                    "",
                    $"The file is larger than {PeopleFileLimits.Bytes / 1024 / 1024} MB. Split it into files and import one after the other."
                )
            );
        }

        if (rows.Count == 0 && problems.Count == 0)
        {
            problems.Add(
                columns.Count == 0
                    ? new(1, "", "", "The file is empty. Its first line must name the columns.")
                    : new(lastLine + 1, "", "", "The file has no people: there is nothing under the line of column names.")
            );
        }

        return new PeopleFile(columns, rows, problems);
    }

    private static Encoding EncodingOf(PeopleFileEncoding encoding) =>
        encoding == PeopleFileEncoding.Windows1252
            ? CodePagesEncodingProvider.Instance.GetEncoding(1252)!
            : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static List<string> ReadHeader(string[] header, List<ImportProblem> problems)
    {
        var columns = new List<string>();
        foreach (var written in header)
        {
            var column = string.Join(' ', written.Replace('_', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
            if (!PeopleColumns.All.Contains(column))
            {
                var nearest = PeopleColumns.All.MinBy(known => Distance(known, column))!;
                var help =
                    Distance(nearest, column) <= 3
                        ? $"Did you mean \"{nearest}\"?"
                        : "Take the column out of the file, or give it a name from the list.";
                problems.Add(new(1, Shorten(written), "", $"There is no column of this name. {help}"));
            }
            else if (columns.Contains(column))
            {
                problems.Add(new(1, column, "", "The column is there twice. Take one of the two out."));
            }

            columns.Add(column);
        }

        foreach (var required in PeopleColumns.Required.Where(required => !columns.Contains(required)))
        {
            problems.Add(new(1, required, "", "The column is missing. Add it to the first line and fill it for everybody."));
        }

        return columns;
    }

    private static RawRow? ReadRow(int line, List<string> columns, string[] record, List<ImportProblem> problems)
    {
        if (record.All(string.IsNullOrWhiteSpace))
        {
            return null;
        }

        if (record.Length != columns.Count)
        {
            problems.Add(
                new(
                    line,
                    "",
                    Shorten(string.Join(',', record)),
                    $"The line has {record.Length} values, the first line has {columns.Count} columns. Put a value that holds a comma in quotation marks."
                )
            );
            return null;
        }

        var values = new Dictionary<string, string>();
        for (var i = 0; i < record.Length; i++)
        {
            var value = record[i].Trim();
            if (value.Length > 1 && value[0] == '\'' && FormulaStarts.Contains(value[1], StringComparison.Ordinal))
            {
                value = value[1..];
            }

            if (value.Length > PeopleFileLimits.ValueLength)
            {
                problems.Add(
                    new(
                        line,
                        columns[i],
                        Shorten(value),
                        $"The value is longer than {PeopleFileLimits.ValueLength:N0} characters. Shorten it."
                    )
                );
            }
            else if (value.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')))
            {
                problems.Add(new(line, columns[i], "", "The value holds a character that cannot be printed. Type the value again."));
            }
            else if (value.Length > 0)
            {
                values[columns[i]] = value;
            }
        }

        return new RawRow(line, values);
    }

    private static string Shorten(string value) => value.Length <= 80 ? value : value[..79] + "…";

    /// <summary>How many letters differ (Levenshtein), for "did you mean".</summary>
    internal static int Distance(string one, string other)
    {
        var previous = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var current = new int[other.Length + 1];
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = one[i - 1] == other[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
            }

            previous = current;
        }

        return previous[^1];
    }
}
