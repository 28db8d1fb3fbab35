using System.Globalization;
using System.Text;
using Comity.Protocols.Calendars;
using Comity.Protocols.Explanations;

namespace Comity.Protocols;

/// <summary>Says a decision in plain words.</summary>
public static class Explanation
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The whole decision in plain English, a sentence or a list item a line, without a trailing line break.</summary>
    public static string InWords(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var text = new StringBuilder();
        Line(text, Headline(decision));
        // Several norms of one clause share its words: a reader needs them once.
        foreach (var citation in decision.DecidedBy.DistinctBy(citation => (citation.Layer, citation.Clause)))
        {
            Line(text, $"  {Cited(citation)}{Sentence(citation.Words)}");
        }

        foreach (var (citation, point) in decision.DecidedBy.SelectMany(citation => citation.Unverified.Select(point => (citation, point))))
        {
            Line(text, $"  Not verified: {point} ({Number(citation)}).");
        }

        AddAnswer(text, decision);
        AddSilence(text, decision);
        AddBackground(text, decision);
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>Who, in plain English: <c>the line manager of the person it is about</c>.</summary>
    public static string InWords(Who who, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var own = string.Join(who.AnyOne ? " or " : " and ", who.Terms.Select(term => InWords(term, vocabulary)));
        return who.OrElse is null ? own : $"{own}, or else {InWords(who.OrElse, vocabulary)}";
    }

    /// <summary>
    /// What a step of a concern's route comes to when one of its offices, which one person holds at a time, belongs to whoever raised the concern or to whom it
    /// is about; null when the roles alone show no such thing.
    /// </summary>
    public static string? PartyNote(RouteStep step, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(decision);
        var (situation, vocabulary) = (decision.Situation, decision.Protocol.Vocabulary);
        if (vocabulary.Acts[situation.Act].Kind != ActKind.Concern)
        {
            return null;
        }

        var raised = step.Who.Terms.Where(term => IsOfficeOf(term, situation.By, vocabulary)).ToList();
        var about = step.Who.Terms.Where(term => IsOfficeOf(term, situation.About, vocabulary)).Except(raised).ToList();
        if (raised.Count + about.Count == 0)
        {
            return null;
        }

        var left = step.Who.Terms.Except(raised).Except(about).Select(term => InWords(term, vocabulary)).ToList();
        var why = raised
            .Select(term => $"{Capitalised(InWords(term, vocabulary))} raised it and does not deal with it")
            .Concat(about.Select(term => $"it is about {InWords(term, vocabulary)}, who does not deal with it"));
        var then =
            left.Count > 0 ? $"{string.Join(" and ", left)} is left"
            : step.Who.OrElse is { } next ? $"it goes to {InWords(next, vocabulary)}"
            : "nobody is named instead";
        return $"{Capitalised(string.Join(", and ", why))}: {then}.";
    }

    /// <summary>The outcome in one sentence.</summary>
    public static string Headline(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.Outcome switch
        {
            Outcome.Permitted => "Yes.",
            Outcome.PermittedOnCondition when decision.Conditions.All(condition => condition.IsMet) => "Yes: the conditions are met.",
            Outcome.PermittedOnCondition => "Yes, on conditions that are still open.",
            Outcome.ShouldNot => "No: it should not be done. You may go on, and must record the reason.",
            Outcome.Forbidden => "No. This is final.",
            Outcome.Referred => "Somebody else deals with this.",
            Outcome.Silent when decision.Gap is null && decision.Nearest.Any(nearest => nearest.Citation.Layer == Layer.Protocol) =>
                "No rule decides this. The protocol has guidance on it.",
            Outcome.Silent => "The protocol does not say.",
            Outcome.NeedsFacts => "It depends.",
            Outcome.CannotTell => $"Comity cannot tell, and a person has to look: {decision.Fault}.",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static void AddAnswer(StringBuilder text, Decision decision)
    {
        var vocabulary = decision.Protocol.Vocabulary;
        foreach (var condition in decision.Conditions)
        {
            Line(
                text,
                $"Condition, {(condition.IsMet ? "met" : "open")}: {InWords(condition, vocabulary)} ({Numbers(condition.Citations)})."
            );
        }

        // Steps side by side are no sequence, and share their number.
        var level = -1;
        foreach (var step in decision.Route)
        {
            var too = step.Level == level ? " as well" : "";
            var choice = step.IsCouncilsChoice ? "; the council's choice" : "";
            var note = PartyNote(step, decision) is { } words ? $" {words}" : "";
            Line(
                text,
                string.Create(
                    British,
                    $"Step {step.Level + 1}{too}: {InWords(step.Who, vocabulary)} ({Numbers(step.Citations)}{choice}).{note}"
                )
            );
            level = step.Level;
        }

        foreach (var due in decision.Dues)
        {
            Line(
                text,
                $"Due: {Spaced(due.Duty)} {InWords(due)} ({Numbers(due.Citations)}{(due.IsCouncilsChoice ? "; the council's choice" : "")})."
            );
        }

        foreach (var stop in decision.Stops)
        {
            Line(text, $"No longer owed: {Spaced(stop.Duty)} ({Numbers(stop.Citations)}).");
        }

        foreach (var wall in decision.Walls)
        {
            var verb = wall.IsVisible ? "may be seen by" : "is hidden from";
            Line(text, $"The {InWords(wall.Part)} {verb} {InWords(wall.Who, vocabulary)} ({Numbers(wall.Citations)}).");
        }

        foreach (var register in decision.Registers)
        {
            Line(text, $"Kept in a register: {Spaced(register.Name)} ({Numbers(register.Citations)}).");
        }

        foreach (var published in decision.Publications)
        {
            Line(
                text,
                $"Sent unasked: {Spaced(published.What)}, to {InWords(published.Who, vocabulary)} ({Numbers(published.Citations)})."
            );
        }

        foreach (var instead in decision.Instead.Where(_ => decision.Outcome is Outcome.Forbidden or Outcome.ShouldNot))
        {
            Line(text, $"Instead: {instead.Act.Label} ({Numbers(instead.Citations)}).");
        }
    }

    private static void AddSilence(StringBuilder text, Decision decision)
    {
        if (decision.Gap is { } gap)
        {
            Line(text, gap.Says);
        }

        foreach (var nearest in decision.Nearest)
        {
            Line(text, $"Nearest: {nearest.Text} ({Number(nearest.Citation)}).");
        }

        if (decision.Ask is { } ask)
        {
            Line(text, $"Ask {InWords(ask, decision.Protocol.Vocabulary)}.");
        }

        foreach (var question in decision.Questions)
        {
            Line(text, $"{(question.IsForDate ? "To work out the date" : "Question")}: {question.Label}");
        }
    }

    private static void AddBackground(StringBuilder text, Decision decision)
    {
        foreach (var shown in decision.Shows.Where(_ => decision.Outcome != Outcome.Silent))
        {
            Line(text, $"Remember: {shown.Text} ({Number(shown.Citation)}).");
        }

        // Several norms of one clause may give way to the same: a reader needs it once.
        foreach (var overridden in decision.Overridden.Select(GivesWay).Distinct(StringComparer.Ordinal))
        {
            Line(text, overridden);
        }

        foreach (var clash in decision.Clashes)
        {
            Line(text, $"The text pulls two ways here: {clash.Says}{(clash.Resolved is null ? "" : $" {clash.Resolved}")}");
        }

        foreach (var fault in decision.Faults)
        {
            Line(text, $"A fault of the text: {fault.Says}");
        }

        foreach (var presumption in decision.Presumptions)
        {
            var answer = presumption.Fact.Choices.FirstOrDefault(choice => choice.Name == presumption.Value)?.Label ?? presumption.Value;
            Line(text, $"Presumed until somebody says otherwise: {presumption.Fact.Question} {answer}.");
        }
    }

    private static string GivesWay(OverriddenNorm overridden) =>
        overridden.By.All(by => by.Layer == overridden.Citation.Layer && by.Clause == overridden.Citation.Clause)
            ? $"{Cited(overridden.Citation)} has an exception, which holds here."
            : $"{Cited(overridden.Citation)} would apply, but gives way to {Numbers(overridden.By)}.";

    private static void Line(StringBuilder text, string line) => text.Append(line.TrimEnd()).Append('\n');

    private static string InWords(WhoTerm term, Vocabulary vocabulary) =>
        (term.Role, term.Party) switch
        {
            (null, { } party) => Person(party),
            ({ } role, null) => Label(role, vocabulary),
            ({ } role, { } party) => $"{Label(role, vocabulary)} of {Person(party)}",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string Person(Party party) =>
        party switch
        {
            Party.Actor => "the person acting",
            Party.Recipient => "the person addressed",
            Party.Subject => "the person it is about",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    // Titles of offices keep their capitals; that is how the protocols print them.
    private static string Label(Name role, Vocabulary vocabulary)
    {
        var label = vocabulary.Roles.TryGetValue(role.Text, out var found) ? found.Label : role.Text;
        return label.StartsWith("The ", StringComparison.Ordinal) ? $"the {label[4..]}" : $"the {label}";
    }

    /// <summary>What has to be so, in plain English: <c>approval of the Monitoring Officer</c>.</summary>
    public static string InWords(AnswerCondition condition, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(vocabulary);
        return condition.Kind switch
        {
            RequirementKind.Approval => $"approval of {InWords(condition.Who!, vocabulary)}",
            RequirementKind.Consent => $"consent of {InWords(condition.Who!, vocabulary)}",
            RequirementKind.Signature => $"signature of {InWords(condition.Who!, vocabulary)}",
            RequirementKind.Notice => $"notice to {InWords(condition.Who!, vocabulary)}",
            RequirementKind.Copy => $"a copy to {InWords(condition.Who!, vocabulary)}",
            RequirementKind.Record => Spaced(condition.Text),
            RequirementKind.Consultation => $"consultation with {InWords(condition.Who!, vocabulary)}",
            _ => condition.Fact is { } fact ? $"yes to “{fact.Question}”" : condition.Text,
        };
    }

    /// <summary>By when something is owed, in plain English, with the date where one could be worked out.</summary>
    public static string InWords(OwedDuty due)
    {
        ArgumentNullException.ThrowIfNull(due);
        return due.Reckoning switch
        {
            DueOn found => $"by the end of {found.Date.ToString("dddd d MMMM yyyy", British)}, {InWords(due.Clock)}",
            CannotReckon reason => $"{InWords(due.Clock)}; no date: {reason.Reason}",
            _ => InWords(due.Clock),
        };
    }

    /// <summary>A part of a matter, as people call it.</summary>
    public static string InWords(MatterPart part) =>
        part switch
        {
            MatterPart.Matter => "matter as a whole",
            MatterPart.Content => "content",
            MatterPart.Constituent => "constituent's identity",
            MatterPart.Identity => "name of the person who raised it",
            MatterPart.Notes => "private notes",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    // The date from which it counts is known to people by what happened on it: `received-on` is the day received.
    private static string InWords(ClockExpression clock)
    {
        var anchor = clock.Anchor.Text;
        var words = Spaced(clock.ToString()).Replace("by foi calendar", "by the freedom of information calendar", StringComparison.Ordinal);
        return anchor.EndsWith("-on", StringComparison.Ordinal)
            ? words.Replace(Spaced(anchor), $"the day {Spaced(anchor[..^3])}", StringComparison.Ordinal)
            : words;
    }

    private static bool IsOfficeOf(WhoTerm term, IReadOnlyList<string> roles, Vocabulary vocabulary) =>
        term is { Role.Text: var office, Party: null }
        && vocabulary.Roles.TryGetValue(office, out var role)
        && role.IsHeldByOne
        && roles.Any(other => vocabulary.RoleIs(other, office));

    private static string Cited(Citation citation)
    {
        var source = citation.Layer == Layer.Protocol ? $"Clause {citation.Clause}" : Capitalised(Number(citation));
        return citation.Heading.Length == 0 ? source : $"{source}, {citation.Heading}";
    }

    // What is not the protocol's says so beside its number: a safeguard or an arrangement is never cited as protocol.
    private static string Number(Citation citation) =>
        citation.Layer switch
        {
            Layer.Law => $"law, {citation.Clause}",
            Layer.Ruling => $"ruling {citation.Clause}",
            Layer.Arrangement => $"the council's own arrangement {citation.Clause}",
            Layer.Safeguard => $"Comity's safeguard {citation.Clause}",
            _ => citation.Clause,
        };

    private static string Capitalised(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string Sentence(string words) => words.Length == 0 ? "" : $": {words.ReplaceLineEndings(" ")}";

    private static string Numbers(IEnumerable<Citation> citations) =>
        string.Join(", ", citations.Select(Number).Distinct(StringComparer.Ordinal));

    private static string Spaced(string name) => name.Replace('-', ' ');
}
