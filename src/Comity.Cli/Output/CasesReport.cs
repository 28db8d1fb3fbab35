using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using Comity.Protocols.Cases;

namespace Comity.Cli.Output;

/// <summary>What came of the cases, as JSON: schema <c>comity/cases/1</c>.</summary>
public sealed record CasesReport(
    IReadOnlyList<string> Protocols,
    int Cases,
    int Passed,
    IReadOnlyList<CasesReport.Failure> Failures,
    IReadOnlyList<CasesReport.Change> Changes,
    IReadOnlyList<CasesReport.Untouched> LeftAlone
)
{
    [JsonPropertyOrder(-1)]
    public string Schema { get; } = "comity/cases/1";

    /// <summary>With updates, a failure is either a change or left alone, and is told as that.</summary>
    public static CasesReport Of(
        IReadOnlyList<string> keys,
        IReadOnlyList<CaseResult> results,
        CaseUpdates? updates,
        Func<string, string> shorten
    ) =>
        new(
            keys,
            results.Count,
            results.Count(result => result.Passed),
            [
                .. results
                    .SelectMany(result => result.Failures)
                    .Select(failure => new Failure(
                        shorten(failure.At.Path),
                        failure.At.Line,
                        failure.Case.Norm,
                        failure.Case.Title,
                        failure.Expected,
                        failure.Got
                    )),
            ],
            [
                .. (updates?.Cases ?? [])
                    .Where(update => update.LeftAlone is null)
                    .Select(update => new Change(
                        shorten(update.Case.At.Path),
                        update.Case.At.Line,
                        update.Case.Norm,
                        update.Case.Title,
                        [.. update.Lines.Select(line => new Line(line.At.Line, line.Was, line.Now))],
                        [.. update.DecidedBy.Select(citation => citation.Norm)]
                    )),
            ],
            [
                .. (updates?.Cases ?? [])
                    .Where(update => update.LeftAlone is not null)
                    .Select(update => new Untouched(
                        shorten(update.Case.At.Path),
                        update.Case.At.Line,
                        update.Case.Norm,
                        update.Case.Title,
                        update.LeftAlone!
                    )),
            ]
        );

    public string ToText(bool isDryRun)
    {
        var text = new StringBuilder();
        if (Changes.Count + LeftAlone.Count == 0)
        {
            text.AppendJoin("", Failures.Select(failure => failure.Show() + "\n"));
            return text.Append(Counted($"{Count()}, {Passed} passed, {Cases - Passed} failed\n")).ToString();
        }

        text.AppendJoin("", Changes.Select(change => change.Show())).AppendJoin("", LeftAlone.Select(left => left.Show()));
        var done = isDryRun ? "would be updated" : "updated";
        var left = LeftAlone.Count == 0 ? "" : Counted($", {LeftAlone.Count} left alone");
        return text.Append(Counted($"{Count()}, {Passed} passed, {Changes.Count} {done}{left}\n")).ToString();
    }

    private string Count() => Counted($"{Cases} case{(Cases == 1 ? "" : "s")}");

    private static string Counted(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    public sealed record Failure(string Path, int Line, string Norm, string Title, string Expected, string Got)
    {
        public string Show() => Counted($"{Path}:{Line}: {Norm}: {Title}: expected {Expected}, got {Got}");
    }

    /// <summary>A case in which lines change. Now: the lines in place of one, none where the answer has nothing of the kind any more.</summary>
    public sealed record Change(
        string Path,
        [property: JsonPropertyName("line")] int At,
        string Norm,
        string Title,
        IReadOnlyList<Line> Lines,
        IReadOnlyList<string> DecidedBy
    )
    {
        public string Show()
        {
            var text = new StringBuilder().Append(Counted($"{Path}:{At}: {Norm}: {Title}\n"));
            foreach (var line in Lines)
            {
                text.Append(Counted($"  was  expect {line.Was}\n"));
                text.AppendJoin(
                    "",
                    line.Now.DefaultIfEmpty("").Select(now => now.Length == 0 ? "  now  nothing of the kind\n" : $"  now  expect {now}\n")
                );
            }

            var norms = DecidedBy.Count == 0 ? "no norm" : string.Join(", ", DecidedBy);
            return text.Append("  decided by ").Append(norms).Append('\n').ToString();
        }
    }

    public sealed record Line([property: JsonPropertyName("line")] int At, string Was, IReadOnlyList<string> Now);

    /// <summary>A case that failed and has no answer, only an error: nothing can be written into it.</summary>
    public sealed record Untouched(string Path, int Line, string Norm, string Title, string Why)
    {
        public string Show() => Counted($"{Path}:{Line}: {Norm}: {Title}: left alone: {Why}\n");
    }
}
