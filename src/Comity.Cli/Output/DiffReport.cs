using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using Comity.Protocols;
using Comity.Protocols.Analysis;

namespace Comity.Cli.Output;

/// <summary>How two protocols differ, as JSON: schema <c>comity/diff/1</c>.</summary>
public sealed record DiffReport(string One, string Other, IReadOnlyList<DiffReport.OfAct> Acts)
{
    [JsonPropertyOrder(-1)]
    public string Schema { get; } = "comity/diff/1";

    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var act in Acts)
        {
            text.Append(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{act.Label} ({act.Act}): {(act.Ways == 1 ? "1 way" : $"{act.Ways} ways")}: {act.Summary}\n"
                )
            );
            foreach (var difference in act.Differences)
            {
                text.Append("  ").Append(difference.InWords).Append('\n');
                text.Append("    ").Append(difference.Says);
                text.Append(
                    difference.Situations > 1
                        ? string.Create(CultureInfo.InvariantCulture, $" [one of {difference.Situations:N0} such situations]\n")
                        : "\n"
                );
            }

            if (act.Ways > act.Differences.Count)
            {
                text.Append(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"  and {act.Ways - act.Differences.Count} more ways: --act {act.Act}, or --all\n"
                    )
                );
            }

            text.Append('\n');
        }

        return text.Append(
                Acts.Count == 0
                    ? $"{One} and {Other} answer every situation alike\n"
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"{One} and {Other} differ in {Acts.Sum(act => act.Ways)} ways on {Acts.Count} acts{Shown()}\n"
                    )
            )
            .ToString();
    }

    /// <summary>How many there are of each kind: <c>2 outcomes, 1 clock</c>.</summary>
    public static string InWords(IEnumerable<DifferenceKind> ways) =>
        string.Join(
            ", ",
            ways.GroupBy(kind => kind)
                .OrderBy(group => group.Key)
                .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {Word(group.Key, group.Count() > 1)}"))
        );

    private static string Word(DifferenceKind kind, bool isMany) =>
        (kind, isMany) switch
        {
            (DifferenceKind.Due, _) => isMany ? "clocks" : "clock",
            (DifferenceKind.Stop, _) => isMany ? "ends of duties" : "end of a duty",
            _ => $"{JsonText.Word(kind)}{(isMany ? "s" : "")}",
        };

    private string Shown() =>
        Acts.Sum(act => act.Differences.Count) is var shown && shown < Acts.Sum(act => act.Ways)
            ? string.Create(CultureInfo.InvariantCulture, $"; the {shown} most ordinary are shown: --all shows the others")
            : "";

    /// <param name="Act">The act.</param>
    /// <param name="Label">Its name for people.</param>
    /// <param name="Ways">In how many ways they differ on it, shown or not.</param>
    /// <param name="Summary">How many of each kind.</param>
    /// <param name="Differences">Those that are shown, the most ordinary first.</param>
    public sealed record OfAct(string Act, string Label, int Ways, string Summary, IReadOnlyList<Row> Differences);

    /// <param name="Kind">In what they differ.</param>
    /// <param name="What">What only one of them has; absent for an outcome or a route.</param>
    /// <param name="InWords">The situation.</param>
    /// <param name="Says">Both answers.</param>
    /// <param name="Situation">The situation for <c>comity decide</c>.</param>
    /// <param name="Situations">How many situations differ in this way.</param>
    /// <param name="Unusual">How many things in it are out of the ordinary.</param>
    /// <param name="One">What the first answers.</param>
    /// <param name="Other">What the second answers.</param>
    public sealed record Row(
        DifferenceKind Kind,
        string? What,
        string InWords,
        string Says,
        AskedSituation Situation,
        long Situations,
        int Unusual,
        Answer One,
        Answer Other
    );

    public sealed record Answer(Outcome Outcome, string InWords, IReadOnlyList<string> Norms)
    {
        public static Answer Of(Decision decision) =>
            new(decision.Outcome, AnswerWords.Of(decision), [.. decision.DecidedBy.Select(citation => citation.Norm)]);
    }
}
