using System.Globalization;
using Comity.Protocols;
using Comity.Protocols.Calendars;
using Comity.Protocols.Language;

namespace Comity.Web.Pages.Protocol;

/// <summary>One rule as somebody reads it who does not know the language it is written in.</summary>
public sealed record RuleInWords(
    string Strength,
    string Acts,
    string Who,
    IReadOnlyList<string> When,
    IReadOnlyList<string> Unless,
    IReadOnlyList<string> Provided,
    IReadOnlyList<string> Follows,
    IReadOnlyList<string> Despite
)
{
    /// <summary>Where a rule that is not the protocol's own is taken from; null where that goes without saying.</summary>
    public string? Source { get; private init; }

    /// <summary>"From 1 March 2006", "From … until …"; null when it always holds.</summary>
    public string? Days { get; private init; }

    /// <summary>What in it nobody has compared with the source yet.</summary>
    public string? Unverified { get; private init; }

    public static RuleInWords Of(Rule rule, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(vocabulary);
        return new RuleInWords(
            StrengthOf(rule),
            Or(rule.Scope.Acts.Select(act => vocabulary.Acts.TryGetValue(act.Text, out var found) ? found.Label : Spaced(act.Text))),
            WhoOf(rule.Scope, vocabulary),
            [.. rule.When.Select(condition => InWords(condition, vocabulary))],
            [.. rule.Unless.Select(condition => InWords(condition, vocabulary))],
            [.. rule.Provided.Select(fact => $"{QuestionOf(fact, vocabulary)} Yes")],
            [.. rule.Effects.Select(effect => InWords(effect, vocabulary))],
            [.. rule.Despite.Select(norm => norm.Text)]
        )
        {
            Source = rule.Layer == Layer.Protocol ? null : rule.Source,
            Days = DaysOf(rule),
            Unverified = rule.Unverified,
        };
    }

    private static string? DaysOf(Rule rule) =>
        (rule.HoldsFrom, rule.HoldsUntil) switch
        {
            ({ } from, { } until) => $"From {Day(from)} until {Day(until)}",
            ({ } from, null) => $"From {Day(from)}",
            (null, { } until) => $"Until {Day(until)}",
            _ => null,
        };

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));

    // "Must not" and "should not" say no; whatever else the rule does comes after that.
    private static string StrengthOf(Rule rule)
    {
        if (rule.Effects.Any(effect => effect is ForbidEffect))
        {
            return "Must not";
        }

        if (rule.Effects.Any(effect => effect is AdviseAgainstEffect))
        {
            return "Should not";
        }

        var acting = rule.Effects.Where(effect => effect.IsActionable).ToList();
        return acting.Count == 0
            ? "Guidance"
            : acting.Min(effect => effect.Strength) switch
            {
                Comity.Protocols.Language.Strength.Must => "Must",
                Comity.Protocols.Language.Strength.Should => "Should",
                Comity.Protocols.Language.Strength.May => "May",
                Comity.Protocols.Language.Strength.Right => "Right",
                _ => "Is so",
            };
    }

    private static string WhoOf(RuleScope scope, Vocabulary vocabulary)
    {
        var by = scope.By.Count == 0 ? "anybody" : Or(scope.By.Select(role => Role(role, vocabulary)));
        var to = scope.To.Count == 0 ? "" : $", to {Or(scope.To.Select(role => Role(role, vocabulary)))}";
        var about = scope.About.Count == 0 ? "" : $", about {Or(scope.About.Select(role => Role(role, vocabulary)))}";
        return $"by {by}{to}{about}";
    }

    private static string InWords(Condition condition, Vocabulary vocabulary) =>
        condition switch
        {
            FactIsYes yes => $"{QuestionOf(yes.Fact, vocabulary)} Yes",
            FactIsOneOf one => $"{QuestionOf(one.Fact, vocabulary)} {ValuesOf(one, vocabulary)}",
            FactCompares compared => string.Create(
                CultureInfo.InvariantCulture,
                $"{QuestionOf(compared.Fact, vocabulary)} {InWords(compared.Comparison)} {compared.Number}"
            ),
            FactIsKnown known => $"{QuestionOf(known.Fact, vocabulary)} The day is known",
            NotCondition { Inner: FactIsYes yes } => $"{QuestionOf(yes.Fact, vocabulary)} No",
            NotCondition { Inner: FactIsOneOf one } => $"{QuestionOf(one.Fact, vocabulary)} Not {ValuesOf(one, vocabulary)}",
            NotCondition { Inner: FactIsKnown known } => $"{QuestionOf(known.Fact, vocabulary)} The day is not known",
            NotCondition not => $"It is not so that: {InWords(not.Inner, vocabulary)}",
            AllConditions all => string.Join("; and ", all.Parts.Select(part => InWords(part, vocabulary))),
            AnyCondition any => string.Join("; or ", any.Parts.Select(part => InWords(part, vocabulary))),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string InWords(Comparison comparison) =>
        comparison switch
        {
            Comparison.MoreThan => "More than",
            Comparison.AtLeast => "At least",
            Comparison.AtMost => "At most",
            Comparison.FewerThan => "Fewer than",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string InWords(Effect effect, Vocabulary vocabulary) =>
        effect switch
        {
            PermitEffect { Strength: Comity.Protocols.Language.Strength.Right } => "There is a right to it.",
            PermitEffect => "It may be done.",
            ForbidEffect { Strength: Comity.Protocols.Language.Strength.Right } =>
                "Somebody may count on its not being done. This is final.",
            ForbidEffect => "It must not be done. This is final.",
            AdviseAgainstEffect => "It should not be done. Whoever goes on all the same records the reason.",
            RequireEffect require => $"{Word(require)}: {Requirement(require, vocabulary)}.",
            RouteEffect route => $"{Word(route)} go to {Explanation.InWords(route.Who, vocabulary)}"
                + $"{(route.After is { } after ? $", after {Spaced(after.Text)}" : "")}.",
            DueEffect due => $"{Word(due)}: {Spaced(due.Duty.Text)}, {InWords(due.Clock, vocabulary)}",
            StopEffect stop => $"No longer owed: {Spaced(stop.Duty.Text)}.",
            WallEffect wall => $"The {Part(wall.Part)} {(wall.Visible ? "may be seen by" : "is hidden from")} "
                + $"{Explanation.InWords(wall.Who, vocabulary)}.",
            RegisterEffect register => $"{Word(register)} be kept in a register: {Spaced(register.Register.Text)}.",
            PublishEffect publish => $"{Word(publish)} be sent unasked: {Spaced(publish.What.Text)}, to "
                + $"{Explanation.InWords(publish.Who, vocabulary)}.",
            ShowEffect show => show.Text,
            GroundEffect => "It may be given as the ground of a concern.",
            InsteadEffect instead =>
                $"What to do instead: {(vocabulary.Acts.TryGetValue(instead.Act.Text, out var act) ? act.Label : Spaced(instead.Act.Text))}.",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string InWords(ClockExpression clock, Vocabulary vocabulary) =>
        $"{Spaced(clock.Clock.ToString())} {Spaced(clock.Anchor.Text)} ({QuestionOf(clock.Anchor, vocabulary)})"
        + clock.Calendar switch
        {
            CalendarChoice.Council => "",
            _ => ", by the calendar of the access law",
        }
        + ".";

    private static string Requirement(RequireEffect require, Vocabulary vocabulary)
    {
        var who = require.Who is null ? "" : Explanation.InWords(require.Who, vocabulary);
        var what = require.Kind switch
        {
            RequirementKind.Approval => $"the approval of {who}",
            RequirementKind.Consent => $"the consent of {who}",
            RequirementKind.Signature => $"the signature of {who}",
            RequirementKind.Notice => $"notice to {who}",
            RequirementKind.Copy => $"a copy to {who}",
            RequirementKind.Record => $"a record of {Spaced(require.Record!.Text)}",
            RequirementKind.Consultation => $"consultation with {who}",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return require.MetWhen is null ? what : $"{what} (met when the answer is yes: {QuestionOf(require.MetWhen, vocabulary)})";
    }

    private static string Word(Effect effect) =>
        effect.Strength switch
        {
            Comity.Protocols.Language.Strength.Must => "Must",
            Comity.Protocols.Language.Strength.Should => "Should",
            Comity.Protocols.Language.Strength.May => "May",
            Comity.Protocols.Language.Strength.Right => "Has a right",
            _ => "Is to",
        };

    private static string Part(MatterPart part) =>
        part switch
        {
            MatterPart.Matter => "matter as a whole",
            MatterPart.Content => "content",
            MatterPart.Constituent => "constituent's identity",
            MatterPart.Identity => "name of the person who raised it",
            MatterPart.Notes => "private notes",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string QuestionOf(Name fact, Vocabulary vocabulary) =>
        vocabulary.Facts.TryGetValue(fact.Text, out var found) && found.Question.Length > 0 ? found.Question : $"{Spaced(fact.Text)}?";

    private static string ValuesOf(FactIsOneOf one, Vocabulary vocabulary)
    {
        var choices = vocabulary.Facts.TryGetValue(one.Fact.Text, out var fact) ? fact.Choices : [];
        return Or(one.Values.Select(value => choices.FirstOrDefault(choice => choice.Name == value.Text)?.Label ?? Spaced(value.Text)));
    }

    private static string Role(Name role, Vocabulary vocabulary) =>
        vocabulary.Roles.TryGetValue(role.Text, out var found) ? found.Label : Spaced(role.Text);

    private static string Or(IEnumerable<string> words) => string.Join(" or ", words);

    private static string Spaced(string name) => name.Replace('-', ' ');
}
