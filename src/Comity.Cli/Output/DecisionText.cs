using System.Diagnostics;
using System.Globalization;
using System.Text;
using Comity.Protocols;
using Comity.Protocols.Explanations;
using Comity.Protocols.Routes;

namespace Comity.Cli.Output;

/// <summary>A decision for a person at a terminal: the explanation that pages show too, and what somebody who tries rules out wants beside it.</summary>
public static class DecisionText
{
    /// <param name="decision">The decision.</param>
    /// <param name="people">Its route met by people; empty when the situation names none.</param>
    /// <param name="showWorking">Whether to show day by day how a date was counted.</param>
    public static string Write(Decision decision, IReadOnlyList<ResolvedStep> people, bool showWorking)
    {
        var text = new StringBuilder(Explanation.InWords(decision)).Append('\n');
        Section(text, "Who that is", people.Select(PersonLines));
        Section(text, "How the date was counted", showWorking ? decision.Dues.Select(WorkingLines).OfType<string>() : []);
        Section(text, "To say so in the situation, under facts", decision.Questions.Select(FactLine));
        Section(text, "It would be otherwise if", decision.NearMisses.Select(MissLine));
        Section(text, "Norms", decision.DecidedBy.Select(citation => citation.Norm));
        return text.ToString();
    }

    private static string PersonLines(ResolvedStep met)
    {
        string[] lines =
        [
            .. met.Assigned.Select(one => $"{met.Step.Stage}: {one.Person}, {FoundWords(one)}"),
            .. met.GapIn is { } norm ? [$"{met.Step.Stage}: nobody, the protocol leaves a gap here [{norm}]"] : Array.Empty<string>(),
            .. met.PassedOver.Select(one => $"  not {one.Person} ({one.Office}): {ReasonWords(one.Reason)}"),
        ];
        return string.Join("\n  ", lines);
    }

    private static string FoundWords(Assigned one) =>
        one.Found switch
        {
            Found.AsWritten => $"as {one.Office}",
            Found.AnotherHolder => $"also {one.Office}",
            Found.OrElse => $"as {one.Office}, whom the protocol names next",
            Found.Substitute => $"the council's stated substitute for {one.Office}",
            _ => throw new UnreachableException(),
        };

    private static string ReasonWords(PassOverReason reason) =>
        reason switch
        {
            PassOverReason.IsSubject => "it is about them",
            PassOverReason.IsActor => "they raised it",
            PassOverReason.HasDeclaredRelationship => "they have declared a relationship",
            _ => throw new UnreachableException(),
        };

    private static string? WorkingLines(OwedDuty due) =>
        due.Working() is { } working
            ? string.Join(
                "\n  ",
                working
                    .Steps.Select(step =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{step.Number?.ToString(CultureInfo.InvariantCulture) ?? "-", 5}  {step.Date:dddd d MMMM yyyy}{(step.Reason is null ? "" : $": {step.Reason}")}"
                        )
                    )
                    .Prepend($"{due.Duty}, {due.Clock}")
            )
            : null;

    private static string FactLine(Question question) =>
        $"{question.Fact.Name}: {(question.Answers.Count == 0 ? question.IsForDate ? "2026-04-02" : "…" : string.Join(" | ", question.Answers.Select(answer => answer.Name)))}";

    private static string MissLine(NearMiss miss) =>
        $"{string.Join(" and ", miss.Lacking.Select(fact => fact.Needed))} [{miss.Citation.Norm}]";

    private static void Section(StringBuilder text, string heading, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
        {
            return;
        }

        text.Append('\n').Append(heading).Append('\n');
        foreach (var line in all)
        {
            text.Append("  ").Append(line).Append('\n');
        }
    }
}
