using System.Diagnostics;
using System.Globalization;
using System.Text;
using Comity.Protocols;
using Comity.Protocols.Calendars;
using Comity.Protocols.Explanations;
using Comity.Protocols.Language;
using Comity.Protocols.Routes;

namespace Comity.Cli.Output;

/// <summary>A decision for a person at a terminal: the answer first, then what it means, then what it rests on.</summary>
public sealed class DecisionText
{
    private readonly StringBuilder text = new();
    private readonly Decision decision;
    private readonly bool showWorking;

    private readonly IReadOnlyList<ResolvedStep> people;

    private DecisionText(Decision decision, IReadOnlyList<ResolvedStep> people, bool showWorking)
    {
        this.decision = decision;
        this.people = people;
        this.showWorking = showWorking;
    }

    /// <param name="decision">The decision.</param>
    /// <param name="people">Its route met by people; empty when the situation names none.</param>
    /// <param name="showWorking">Whether to show day by day how a date was counted.</param>
    public static string Write(Decision decision, IReadOnlyList<ResolvedStep> people, bool showWorking)
    {
        var writer = new DecisionText(decision, people, showWorking);
        writer.Answer();
        writer.Consequences();
        writer.Grounds();
        return writer.text.ToString();
    }

    private void Answer()
    {
        Line(decision.Outcome.ToSentence());
        if (decision.Fault is { } fault)
        {
            Line($"  {fault}");
        }

        if (decision.Gap is { } gap)
        {
            Line($"  {gap.Says}");
        }

        if (decision.Ask is { } ask)
        {
            Line($"  Ask: {Words(ask)}");
        }

        Section("What to find out", decision.Questions.Where(question => !question.IsForDate), QuestionLine);
        Section(
            "Conditions",
            decision.Conditions,
            condition => $"[{(condition.IsMet ? "x" : " ")}] {ConditionWords(condition)}{Cite(condition.Citations)}"
        );
        Section("Who deals with it", decision.Route, StepLine);
    }

    private void Consequences()
    {
        Section("By when", decision.Dues, DutyLine);
        Section("To work out the date", decision.Questions.Where(question => question.IsForDate), QuestionLine);
        Section("No longer owed", decision.Stops, stop => stop.Duty + Cite(stop.Citations));
        Section(
            "Who may see it",
            decision.Walls,
            wall =>
                $"{Lower(wall.Part.ToString())}: {(wall.IsVisible ? "visible to" : "hidden from")} {Words(wall.Who)}{Cite(wall.Citations)}"
        );
        Section("Kept on record", decision.Registers, register => register.Name + Cite(register.Citations));
        Section("Sent or shown", decision.Publications, item => $"{item.What} to {Words(item.Who)}{Cite(item.Citations)}");
        Section("Instead", decision.Instead, other => $"{other.Act.Label} ({other.Act.Name}){Cite(other.Citations)}");
        Section("Good to know", decision.Shows, guidance => $"{guidance.Text}{Cite([guidance.Citation])}");
        Section("What comes nearest", decision.Nearest, guidance => $"{guidance.Text}{Cite([guidance.Citation])}");
    }

    private void Grounds()
    {
        Section("Because of", decision.DecidedBy, citation => $"{citation.Clause} {citation.Heading}{Layered(citation)} [{citation.Norm}]");
        Section("Set aside", decision.Overridden, norm => $"{norm.Citation.Norm}, by {string.Join(", ", norm.By)}");
        Section("May be the ground of a concern", decision.Grounds, citation => $"{citation.Clause} {citation.Heading} [{citation.Norm}]");
        Section(
            "It would be otherwise if",
            decision.NearMisses,
            miss => $"{string.Join(" and ", miss.Lacking.Select(fact => fact.Needed))} [{miss.Citation.Norm}]"
        );
        Section("Taken as given until somebody says otherwise", decision.Presumptions, used => $"{used.Fact.Name} = {used.Value}");
        Section(
            "The text pulls two ways here",
            decision.Clashes,
            clash => clash.Resolved is null ? clash.Says : $"{clash.Says} Resolved: {clash.Resolved}"
        );
        Section("The text has a fault here", decision.Faults, fault => fault.Says);
    }

    private string StepLine(RouteStep step)
    {
        var line = $"{step.Level + 1}. {Words(step.Who)}{Choice(step.IsCouncilsChoice)}{Cite(step.Citations)}";
        if (people.FirstOrDefault(resolved => resolved.Step == step) is { } met)
        {
            line = met.Assigned.Aggregate(line, (so, one) => $"{so}\n     {one.Person}, {FoundWords(one)}");
            line = met.PassedOver.Aggregate(line, (so, one) => $"{so}\n     not {one.Person} ({one.Office}): {ReasonWords(one.Reason)}");
            line = met.GapIn is { } norm ? $"{line}\n     nobody: the protocol leaves a gap here [{norm}]" : line;
        }

        return line;
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

    private string DutyLine(OwedDuty due)
    {
        var clock = $"{due.Clock}{(due.Anchor is { } anchor ? $", {Day(anchor)}" : "")}{Choice(due.IsCouncilsChoice)}";
        var line = due.Reckoning switch
        {
            DueOn found => $"{due.Duty}: {Day(found.Date)} ({clock})",
            CannotReckon cannot => $"{due.Duty}: no date, because {cannot.Reason} ({clock})",
            _ => $"{due.Duty}: {clock}",
        };
        line += Cite(due.Citations);
        if (showWorking && due.Working() is { } working)
        {
            foreach (var step in working.Steps)
            {
                var number = step.Number?.ToString(CultureInfo.InvariantCulture) ?? "-";
                line += $"\n    {number, 3}  {Day(step.Date)}{(step.Reason is null ? "" : $": {step.Reason}")}";
            }
        }

        return line;
    }

    private static string QuestionLine(Question question)
    {
        var answers = question.Answers.Count == 0 ? "" : $" ({string.Join(", ", question.Answers.Select(answer => answer.Name))})";
        return $"{question.Label} [{question.Fact.Name}]{answers}";
    }

    private string ConditionWords(AnswerCondition condition) =>
        condition.Kind is null && condition.Fact is { } fact ? $"{fact.Question} [{fact.Name}]"
        : condition.Who is { } who ? condition.Text.Replace(who.ToString(), Words(who), StringComparison.Ordinal)
        : condition.Text;

    /// <summary>Roles by the names that people use; the language's own words stay in the JSON.</summary>
    private string Words(Who who)
    {
        var own = string.Join(who.AnyOne ? " or " : " and ", who.Terms.Select(Words));
        return who.OrElse is { } other ? $"{own}, or else {Words(other)}" : own;
    }

    private string Words(WhoTerm term)
    {
        var party = term.Party switch
        {
            Party.Actor => "the person who acts",
            Party.Recipient => "the person it is addressed to",
            Party.Subject => "the person it is about",
            _ => null,
        };
        var role = term.Role is { } name ? decision.Protocol.Vocabulary.Roles.GetValueOrDefault(name.Text)?.Label ?? name.Text : null;
        return role is null ? party!
            : party is null ? role
            : $"{role} of {party}";
    }

    private static string Cite(IReadOnlyList<Citation> citations) => $" [{string.Join(", ", citations.Select(citation => citation.Norm))}]";

    private static string Choice(bool isCouncils) => isCouncils ? " (the council's own choice)" : "";

    private static string Layered(Citation citation) =>
        citation.Layer switch
        {
            Layer.Law => " (law)",
            Layer.Ruling => " (ruling)",
            Layer.Arrangement => " (the council's own choice)",
            Layer.Safeguard => " (Comity's safeguard, not the protocol)",
            _ => "",
        };

    private static string Day(DateOnly date) => date.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Lower(string word) => word.ToLowerInvariant();

    private void Section<T>(string heading, IEnumerable<T> items, Func<T, string> line)
    {
        var lines = items.Select(line).ToList();
        if (lines.Count == 0)
        {
            return;
        }

        Line("");
        Line(heading);
        foreach (var item in lines)
        {
            Line($"  {item}");
        }
    }

    private void Line(string line) => text.Append(line).Append('\n');
}
