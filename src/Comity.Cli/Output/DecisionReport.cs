using System.Text.Json.Serialization;
using Comity.Protocols;
using Comity.Protocols.Calendars;
using Comity.Protocols.Explanations;
using Comity.Protocols.Language;
using Comity.Protocols.Routes;

namespace Comity.Cli.Output;

/// <summary>A decision as JSON: schema <c>comity/decision/1</c>, written down in docs/cli.md. A new member may come; none changes or goes.</summary>
public sealed record DecisionReport
{
    [JsonPropertyOrder(-1)]
    public string Schema { get; } = "comity/decision/1";

    public required string Protocol { get; init; }

    public required Outcome Outcome { get; init; }

    public required int ExitCode { get; init; }

    public required Asked Situation { get; init; }

    public required IReadOnlyList<Cited> DecidedBy { get; init; }

    public required IReadOnlyList<ConditionRow> Conditions { get; init; }

    public required IReadOnlyList<StepRow> Route { get; init; }

    public required IReadOnlyList<DutyRow> Due { get; init; }

    public required IReadOnlyList<StopRow> Stops { get; init; }

    public required IReadOnlyList<WallRow> Walls { get; init; }

    public required IReadOnlyList<NamedRow> Registers { get; init; }

    public required IReadOnlyList<PublishRow> Publish { get; init; }

    public required IReadOnlyList<ShowRow> Shows { get; init; }

    public required IReadOnlyList<string> Grounds { get; init; }

    public required IReadOnlyList<NamedRow> Instead { get; init; }

    public required IReadOnlyList<OverriddenRow> Overridden { get; init; }

    public required IReadOnlyList<MissRow> NearMisses { get; init; }

    public required IReadOnlyDictionary<string, string> Presumed { get; init; }

    public required IReadOnlyList<QuestionRow> Questions { get; init; }

    public GapRow? Gap { get; init; }

    public required IReadOnlyList<ShowRow> Nearest { get; init; }

    public string? Ask { get; init; }

    public string? Fault { get; init; }

    public required IReadOnlyList<NoticeRow> Notices { get; init; }

    /// <summary>What the answer rests on besides the situation: enough to ask again later and compare.</summary>
    public required Basis Basis { get; init; }

    /// <summary>The route met by people, when the situation names some.</summary>
    public IReadOnlyList<MetRow>? People { get; init; }

    public static DecisionReport Of(Decision decision, IReadOnlyList<ResolvedStep> people)
    {
        var situation = decision.Situation;
        return new DecisionReport
        {
            Protocol = decision.Protocol.Key,
            Outcome = decision.Outcome,
            ExitCode = (int)decision.Outcome.ToExitCode(),
            Situation = new Asked(situation.Act, situation.By, situation.To, situation.About, situation.Facts, situation.On),
            DecidedBy = [.. decision.DecidedBy.Select(Cited.Of)],
            Conditions =
            [
                .. decision.Conditions.Select(condition => new ConditionRow(condition.Text, condition.IsMet, Norms(condition.Citations))),
            ],
            Route =
            [
                .. decision.Route.Select(step => new StepRow(
                    step.Who.ToString(),
                    step.Stage,
                    step.After,
                    step.Level,
                    Norms(step.Citations)
                )),
            ],
            Due = [.. decision.Dues.Select(DutyRow.Of)],
            Stops = [.. decision.Stops.Select(stop => new StopRow(stop.Duty, Norms(stop.Citations)))],
            Walls = [.. decision.Walls.Select(wall => new WallRow(wall.Part, wall.IsVisible, wall.Who.ToString(), Norms(wall.Citations)))],
            Registers = [.. decision.Registers.Select(register => new NamedRow(register.Name, Norms(register.Citations)))],
            Publish = [.. decision.Publications.Select(item => new PublishRow(item.What, item.Who.ToString(), Norms(item.Citations)))],
            Shows = [.. decision.Shows.Select(ShowRow.Of)],
            Grounds = Norms(decision.Grounds),
            Instead = [.. decision.Instead.Select(other => new NamedRow(other.Act.Name, Norms(other.Citations)))],
            Overridden = [.. decision.Overridden.Select(norm => new OverriddenRow(norm.Citation.Norm, Norms(norm.By)))],
            NearMisses =
            [
                .. decision.NearMisses.Select(miss => new MissRow(miss.Citation.Norm, [.. miss.Lacking.Select(fact => fact.Needed)])),
            ],
            Presumed = decision.Presumptions.ToDictionary(used => used.Fact.Name, used => used.Value, StringComparer.Ordinal),
            Questions = [.. decision.Questions.Select(QuestionRow.Of)],
            Gap = decision.Gap is { } gap ? new GapRow(gap.Key, gap.Says) : null,
            Nearest = [.. decision.Nearest.Select(ShowRow.Of)],
            Ask = decision.Ask?.ToString(),
            Fault = decision.Fault,
            Notices =
            [
                .. decision.Clashes.Select(clash => new NoticeRow("clash", clash.Key, clash.Says, clash.Resolved)),
                .. decision.Faults.Select(fault => new NoticeRow("fault", fault.Key, fault.Says, null)),
            ],
            People = people.Count == 0 ? null : [.. people.Select(MetRow.Of)],
            Basis = new Basis(Comity.Protocols.Protocol.SemanticsVersion, decision.Protocol.Hashes),
        };
    }

    private static IReadOnlyList<string> Norms(IEnumerable<Citation> citations) => [.. citations.Select(citation => citation.Norm)];

    public sealed record Asked(
        string Act,
        IReadOnlyList<string> By,
        IReadOnlyList<string> To,
        IReadOnlyList<string> About,
        IReadOnlyDictionary<string, string> Facts,
        DateOnly? On
    );

    public sealed record Cited(
        string Norm,
        string Clause,
        string LastingId,
        string Heading,
        Layer Layer,
        Strength Strength,
        string Words,
        string? Source,
        string? Unverified
    )
    {
        public static Cited Of(Citation citation) =>
            new(
                citation.Norm,
                citation.Clause,
                citation.LastingId,
                citation.Heading,
                citation.Layer,
                citation.Strength,
                citation.Words,
                Joined(citation.Sources),
                Joined(citation.Unverified)
            );

        private static string? Joined(IReadOnlyList<string> texts) => texts.Count == 0 ? null : string.Join("; ", texts);
    }

    public sealed record ConditionRow(string Condition, bool Met, IReadOnlyList<string> Norms);

    public sealed record StepRow(string Who, string Stage, string? After, int Level, IReadOnlyList<string> Norms);

    public sealed record MetRow(
        string Stage,
        IReadOnlyList<PersonRow> Assigned,
        IReadOnlyList<PassedRow> PassedOver,
        IReadOnlyList<string> Vacant,
        string? GapIn
    )
    {
        public static MetRow Of(ResolvedStep met) =>
            new(
                met.Step.Stage,
                [.. met.Assigned.Select(one => new PersonRow(one.Person, one.Office, one.Found))],
                [.. met.PassedOver.Select(one => new PassedRow(one.Person, one.Office, one.Reason))],
                met.Vacant,
                met.GapIn
            );
    }

    public sealed record PersonRow(string Person, string Office, Found Found);

    public sealed record PassedRow(string Person, string Office, PassOverReason Reason);

    public sealed record DutyRow(
        string Duty,
        string Clock,
        DateOnly? From,
        DateOnly? On,
        string? NoDate,
        string? Calendar,
        IReadOnlyList<DayRow>? Working,
        IReadOnlyList<string> Norms
    )
    {
        public static DutyRow Of(OwedDuty due) =>
            new(
                due.Duty,
                due.Clock.ToString(),
                due.Anchor,
                due.DueOn,
                due.Reckoning switch
                {
                    NoDate none => none.Words,
                    CannotReckon cannot => cannot.Reason,
                    null => due.Anchor is null ? $"{due.Clock.Anchor.Text} is not known" : "no calendar",
                    _ => null,
                },
                due.DueOn is null ? null : due.Calendar?.Version.ToString(),
                due.Working() is { } working ? [.. working.Steps.Select(step => new DayRow(step.Date, step.Number, step.Reason))] : null,
                DecisionReport.Norms(due.Citations)
            );
    }

    public sealed record DayRow(DateOnly Day, int? Number, string? NotCounted);

    public sealed record StopRow(string Duty, IReadOnlyList<string> Norms);

    public sealed record WallRow(MatterPart Part, bool Visible, string Who, IReadOnlyList<string> Norms);

    public sealed record NamedRow(string Name, IReadOnlyList<string> Norms);

    public sealed record PublishRow(string What, string Who, IReadOnlyList<string> Norms);

    public sealed record ShowRow(string Text, string Norm)
    {
        public static ShowRow Of(Guidance guidance) => new(guidance.Text, guidance.Citation.Norm);
    }

    public sealed record OverriddenRow(string Norm, IReadOnlyList<string> By);

    public sealed record MissRow(string Norm, IReadOnlyList<string> Lacking);

    public sealed record QuestionRow(
        string Fact,
        string Ask,
        string Help,
        IReadOnlyList<string> Answers,
        [property: JsonPropertyName("for-date")] bool IsForDate
    )
    {
        public static QuestionRow Of(Question question) =>
            new(question.Fact.Name, question.Label, question.Help, [.. question.Answers.Select(answer => answer.Name)], question.IsForDate);
    }

    public sealed record GapRow(string Key, string Says);

    public sealed record NoticeRow(string Kind, string Key, string Says, string? Resolved);
}
