using Comity.Protocols.Explanations;

namespace Comity.Protocols;

/// <summary>What a protocol says about a situation, and why. Immutable.</summary>
public sealed class Decision
{
    private readonly DecisionParts parts;
    private readonly CouncilCalendars? calendars;
    private IReadOnlyList<OwedDuty>? dues;

    internal Decision(Protocol protocol, Situation situation, DecisionParts parts, CouncilCalendars? calendars)
    {
        Protocol = protocol;
        Situation = situation;
        this.parts = parts;
        this.calendars = calendars;
    }

    /// <summary>The protocol that decided.</summary>
    public Protocol Protocol { get; }

    /// <summary>The situation that was decided.</summary>
    public Situation Situation { get; }

    /// <summary>The outcome.</summary>
    public Outcome Outcome => parts.Outcome;

    /// <summary>Why the protocol cannot tell; null for every other outcome.</summary>
    public string? Fault => parts.Fault;

    /// <summary>
    /// The norms that decide, in the order of layer and clause: those that forbid when it is forbidden, those that advise against when it should
    /// not be done, and otherwise every norm in force that gives the answer any part but guidance.
    /// </summary>
    public IReadOnlyList<Citation> DecidedBy => parts.DecidedBy;

    /// <summary>The norms that are in force and overridden, each with those that override it.</summary>
    public IReadOnlyList<OverriddenNorm> Overridden => parts.Overridden;

    /// <summary>The norms that are not in force for one fact alone, or wait for facts that are not known.</summary>
    public IReadOnlyList<NearMiss> NearMisses => parts.NearMisses;

    /// <summary>The conditions, met and open.</summary>
    public IReadOnlyList<AnswerCondition> Conditions => parts.Conditions;

    /// <summary>The steps of the route in order, from the stage after the one that was tried.</summary>
    public IReadOnlyList<RouteStep> Route => parts.Route;

    /// <summary>What is owed, and by when. Dates are worked out when they are first asked for.</summary>
    public IReadOnlyList<OwedDuty> Dues => dues ??= [.. parts.Dues.Select(found => Reckon(found.Due, found.Citations))];

    /// <summary>The duties that are no longer owed.</summary>
    public IReadOnlyList<StoppedDuty> Stops => parts.Stops;

    /// <summary>Who may and may not see what.</summary>
    public IReadOnlyList<Wall> Walls => parts.Walls;

    /// <summary>What is kept in a register.</summary>
    public IReadOnlyList<KeptRegister> Registers => parts.Registers;

    /// <summary>What is sent or shown unasked.</summary>
    public IReadOnlyList<Publication> Publications => parts.Publications;

    /// <summary>Guidance for the person acting.</summary>
    public IReadOnlyList<Guidance> Shows => parts.Shows;

    /// <summary>The norms that may be cited as the ground of a concern.</summary>
    public IReadOnlyList<Citation> Grounds => parts.Grounds;

    /// <summary>What to offer in place of the act.</summary>
    public IReadOnlyList<Alternative> Instead => parts.Instead;

    /// <summary>The presumptions on which the answer rests.</summary>
    public IReadOnlyList<UsedPresumption> Presumptions => parts.Presumptions;

    /// <summary>
    /// The questions to ask: first those that settle the answer, the next one first; then those from which only a date is worked out.
    /// Empty when nothing is missing.
    /// </summary>
    public IReadOnlyList<Question> Questions =>
        [
            .. parts.Questions,
            .. Dues.Where(due => due.Anchor is null)
                .Select(due => due.Clock.Anchor.Text)
                .Distinct(StringComparer.Ordinal)
                .Select(anchor => new Question(Protocol.Vocabulary.Facts[anchor], IsForDate: true)),
        ];

    /// <summary>The silence that somebody has looked at, or null.</summary>
    public Gap? Gap => parts.Gap;

    /// <summary>When the protocol is silent: what it says nearest to it.</summary>
    public IReadOnlyList<Guidance> Nearest => parts.Nearest;

    /// <summary>The clashes of the text that the answer touches, with their resolutions.</summary>
    public IReadOnlyList<Clash> Clashes => parts.Clashes;

    /// <summary>The drafting faults of the norms that decide.</summary>
    public IReadOnlyList<Fault> Faults => parts.Faults;

    /// <summary>Whom to ask when the protocol is silent or cannot tell; null otherwise.</summary>
    public Who? Ask => parts.Ask;

    private OwedDuty Reckon(SliceDue due, IReadOnlyList<Citation> citations)
    {
        DateOnly? anchor = null;
        foreach (var answer in Situation.AnswersInOrder)
        {
            if (answer.Fact.Name == due.Clock.Anchor.Text)
            {
                anchor = answer.Date;
            }
        }

        var calendar = calendars?.Holidays.Choose(due.Clock.Calendar, calendars.Council);
        var reckoning = anchor is { } day && calendar is not null ? due.Clock.Clock.Reckon(day, calendar, calendars?.Standards) : null;
        return new OwedDuty(due.Duty, due.Clock, anchor, reckoning, calendar, citations);
    }
}
