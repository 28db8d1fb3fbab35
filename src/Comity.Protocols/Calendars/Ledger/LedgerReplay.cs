using System.Collections.Immutable;

namespace Comity.Protocols.Calendars.Ledger;

/// <summary>Goes through a ledger line by line. Made for one pass and thrown away.</summary>
internal sealed class LedgerReplay
{
    private readonly Regime regime;
    private readonly ImmutableArray<string>.Builder explanation = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<LedgerRefused>.Builder objections = ImmutableArray.CreateBuilder<LedgerRefused>();
    private readonly List<(DateOnly From, DateOnly Until, string Reason)> pauses = [];
    private WorkingDayCalendar calendar;
    private DateOnly anchor;
    private DateOnly? last;
    private Clock clock;
    private DateOnly? agreed;
    private Paused? pause;
    private InformationAsked? asked;
    private Stopped? stopped;

    public LedgerReplay(Regime regime, WorkingDayCalendar calendar, Started started)
    {
        this.regime = regime;
        this.calendar = calendar;
        anchor = started.On;
        clock = regime.Clock;

        // A clock that runs back from a meeting starts at a day that is still to come, so its lines may be older than its anchor.
        last = RunsBack(clock) ? null : started.On;
        explanation.Add($"{clock} {anchor.ToWords()}: {started.Reason} ({regime.Source})");
    }

    /// <summary>Takes a line into effect. One that would be refused leaves an objection, for what was once accepted stays.</summary>
    public void Apply(LedgerEntry entry)
    {
        if (Check(entry) is { } objection)
        {
            objections.Add(objection);
        }

        last = last is { } latest && latest > entry.On ? latest : entry.On;
        switch (entry)
        {
            case Paused paused:
                pause = paused;
                break;
            case Resumed resumed when pause is not null:
                pauses.Add((pause.On, resumed.On, pause.Reason));
                explanation.Add(
                    $"paused from {pause.On.ToWords()} to {resumed.On.ToWords()}, both left out: {pause.Reason} ({SourceOf(AllowanceKind.Pause, pause.Ground)})"
                );
                pause = null;
                break;
            case InformationAsked question:
                asked = question;
                break;
            case Restarted restarted:
                anchor = restarted.On;
                clock = regime.Clock;
                agreed = null;
                pauses.Clear();
                pause = null;
                explanation.Add(
                    $"began again on {anchor.ToWords()}: {restarted.Reason} ({(asked is null ? regime.Source : SourceOf(AllowanceKind.Restart, asked.Ground))})"
                );
                asked = null;
                break;
            case ExtendedBy extended when clock.CountsForwardInDays && clock.Count + extended.Days <= Clock.MaxCount:
                clock = clock.WithCount(clock.Count + extended.Days);
                explanation.Add(
                    FormattableString.Invariant(
                        $"extended by {extended.Days} to {clock.Count} on {extended.On.ToWords()}: {extended.Reason} ({SourceOf(AllowanceKind.Extension, extended.Ground)})"
                    )
                );
                break;
            case ExtendedTo extended when clock.CountsForwardInDays:
                agreed = extended.Until;
                explanation.Add(
                    $"extended to {extended.Until.ToWords()} on {extended.On.ToWords()}: {extended.Reason} ({SourceOf(AllowanceKind.Extension, extended.Ground)})"
                );
                break;
            case ClosuresApplied closed when calendar is CouncilCalendar council && regime is CouncilRegime:
                calendar = council.WithClosures(closed.Closures);
                explanation.Add($"closure days left out: {closed.Reason} ({closed.Closures.Authority})");
                break;
            case Stopped end:
                stopped = end;
                explanation.Add($"ended on {end.On.ToWords()}: {end.Reason}");
                break;
        }
    }

    /// <summary>Why a line does not stand; null when it does.</summary>
    public LedgerRefused? Check(LedgerEntry entry)
    {
        if (entry is Started)
        {
            return Refuse("The clock has started already.");
        }

        if (stopped is not null)
        {
            return Refuse($"The clock ended on {stopped.On.ToWords()}: {stopped.Reason}. Something new begins a clock of its own.");
        }

        if (last is { } latest && entry.On < latest)
        {
            return Refuse($"A line of {entry.On.ToWords()} cannot follow one of {latest.ToWords()}.");
        }

        if (!calendar.Covers(entry.On))
        {
            return Refuse($"{calendar.OutsideWords(entry.On)}.");
        }

        return entry switch
        {
            Paused paused => CheckPause(paused),
            Resumed => pause is null ? Refuse("The clock is not paused.") : null,
            InformationAsked question => CheckQuestion(question),
            Restarted => CheckRestart(),
            ExtendedBy extended => CheckExtension(extended.On, extended.Ground, extended.Days, null),
            ExtendedTo extended => CheckExtension(extended.On, extended.Ground, null, extended.Until),
            ClosuresApplied closed => CheckClosures(closed),
            _ => null,
        };
    }

    /// <summary>The result so far.</summary>
    public DueDerivation Derive()
    {
        if (stopped is not null)
        {
            // The date by which it was owed is still shown, so that a page can say whether the duty was done in time.
            var owedBy = asked is null && pause is null ? DueNow() : null;
            return With(LedgerState.Stopped, owedBy, owedBy is { } by ? WorkingTo(by) : null, CountedBefore(stopped.On.AddDays(1)));
        }

        if (asked is not null)
        {
            explanation.Add($"nothing is owed until an answer arrives to what was asked on {asked.On.ToWords()}: {asked.Reason}");
            return With(LedgerState.AwaitingInformation, null, null, null);
        }

        if (pause is not null)
        {
            explanation.Add($"paused since {pause.On.ToWords()}: {pause.Reason} ({SourceOf(AllowanceKind.Pause, pause.Ground)})");
            return With(LedgerState.Paused, null, null, CountedBefore(pause.On));
        }

        if (DueNow() is { } due)
        {
            return With(LedgerState.Running, due, WorkingTo(due), null);
        }

        if (clock.Reckon(anchor, calendar) is NoDate)
        {
            return With(LedgerState.Undated, null, null, null);
        }

        explanation.Add(
            clock.Reckon(anchor, calendar) is CannotReckon { Reason: var reason }
                ? reason
                : calendar.OutsideWords(anchor, clock.Count, "after")
        );
        return With(LedgerState.CannotReckon, null, null, null);
    }

    private DueDerivation With(LedgerState state, DateOnly? due, Working? working, int? counted) =>
        new(state, due, stopped?.On, working, calendar.Version, counted, explanation.ToImmutable(), objections.ToImmutable());

    private LedgerRefused? CheckPause(Paused entry)
    {
        if (NotRunning() is { } refusal)
        {
            return refusal;
        }

        if (regime.Find(AllowanceKind.Pause, entry.Ground) is null)
        {
            return regime.Find(AllowanceKind.Restart, entry.Ground) is { } restart
                ? new LedgerRefused($"On the ground `{entry.Ground}` the clock begins again; it does not pause.", restart.Source)
                : NotGiven(AllowanceKind.Pause, "pause", entry.Ground);
        }

        if (agreed is { } date)
        {
            return Refuse($"The answer has been put off to {date.ToWords()} already: give a later date instead of a pause.");
        }

        return NotInTime(entry.On);
    }

    private LedgerRefused? CheckQuestion(InformationAsked entry)
    {
        if (NotRunning() is { } refusal)
        {
            return refusal;
        }

        return regime.Find(AllowanceKind.Restart, entry.Ground) is null
            ? NotGiven(AllowanceKind.Restart, "restart", entry.Ground)
            : NotInTime(entry.On);
    }

    private LedgerRefused? CheckRestart()
    {
        if (asked is not null)
        {
            return null;
        }

        return regime.Allowances.Any(allowance => allowance.Kind == AllowanceKind.Restart)
            ? Refuse("The clock begins again only when something arrives that was asked for, and nothing has been asked for.")
            : NotGiven(AllowanceKind.Restart, "restart", null);
    }

    private LedgerRefused? CheckExtension(DateOnly on, string ground, int? days, DateOnly? until)
    {
        if (NotRunning() is { } refusal)
        {
            return refusal;
        }

        if (regime.Find(AllowanceKind.Extension, ground) is not { } allowance)
        {
            return NotGiven(AllowanceKind.Extension, "extension", ground);
        }

        if (NotInTime(on) is { } late)
        {
            return late;
        }

        if (Due() is not { } due)
        {
            return Refuse($"{calendar.OutsideWords(anchor, clock.Count, "after")}.");
        }

        if (allowance.NoticeWithin is { } notice && CountTo(notice) is { } limit && on > limit)
        {
            return new LedgerRefused($"Notice had to be given by {limit.ToWords()}; {on.ToWords()} is too late.", allowance.Source);
        }

        if (days is { } more && (agreed is not null || clock.Count + more > Clock.MaxCount))
        {
            return Refuse(
                agreed is null
                    ? "That is more days than a clock can count."
                    : "The answer has been put off to a date already: give a later date."
            );
        }

        // CheckExtension is called with a number or with a date; a number that leads outside the data has no date to compare.
        if ((days is { } added ? CountTo(clock.WithCount(clock.Count + added)) : until) is not { } to || !calendar.Covers(to))
        {
            return Refuse(
                until is { } outside
                    ? $"{calendar.OutsideWords(outside)}."
                    : $"{calendar.OutsideWords(anchor, clock.Count + (days ?? 0), "after")}."
            );
        }

        if (to <= due)
        {
            return Refuse($"{to.ToWords()} is not later than {due.ToWords()}, the date by which the answer is due already.");
        }

        if (clock.CountsOnlyWorkingDays && !calendar.IsWorkingDay(to))
        {
            return Refuse($"{to.ToWords()} is not a working day ({calendar.Day(to).Reason}): choose one.");
        }

        return allowance.LongestInAll is { } longest && CountTo(longest) is { } furthest && to > furthest
            ? new LedgerRefused($"{to.ToWords()} is beyond {furthest.ToWords()}, the furthest that can be given.", allowance.Source)
            : null;
    }

    private LedgerRefused? CheckClosures(ClosuresApplied entry)
    {
        if (regime is not CouncilRegime)
        {
            return Refuse($"The council's closure days count in {regime.Name}: a council cannot leave them out.");
        }

        foreach (var day in entry.Closures.Days)
        {
            if (!calendar.Covers(day.Date))
            {
                return Refuse($"{calendar.OutsideWords(day.Date)}.");
            }
        }

        return null;
    }

    private LedgerRefused? NotRunning()
    {
        if (!clock.CountsForwardInDays)
        {
            return Refuse($"A clock that says `{clock}` has no days that could be left out or added.");
        }

        if (pause is not null)
        {
            return Refuse($"The clock is paused since {pause.On.ToWords()}.");
        }

        return asked is null ? null : Refuse($"The clock waits for an answer to what was asked on {asked.On.ToWords()}.");
    }

    private LedgerRefused? NotInTime(DateOnly on) =>
        Due() is { } due && on > due
            ? Refuse($"The answer was due by {due.ToWords()}: it is overdue, and nothing can mend that afterwards.")
            : null;

    private LedgerRefused NotGiven(AllowanceKind kind, string word, string? ground)
    {
        var given = regime
            .Allowances.Where(allowance => allowance.Kind == kind)
            .Select(allowance => $"`{allowance.Ground}` ({allowance.Source})");
        var onGround = ground is null ? "" : $" on the ground `{ground}`";
        var others = string.Join(", ", given);
        var rest = others.Length > 0 ? $" It gives one on {others}." : "";
        var way =
            regime is CouncilRegime
                ? " An arrangement of the council can give one, with its norm or its minute."
                : " A council cannot add one to the law.";
        return Refuse($"{char.ToUpperInvariant(regime.Name[0])}{regime.Name[1..]} gives no {word}{onGround}.{rest}{way}");
    }

    private LedgerRefused Refuse(string reason) => new(reason, regime.Source);

    private string SourceOf(AllowanceKind kind, string ground) => regime.Find(kind, ground)?.Source ?? $"not given by {regime.Source}";

    private DateOnly? Due() => agreed ?? (clock.CountsForwardInDays ? CountTo(clock) : null);

    private DateOnly? DueNow() =>
        clock.CountsForwardInDays ? (Due() is { } due && calendar.Covers(due) && calendar.Covers(anchor) ? due : null)
        : clock.Reckon(anchor, calendar) is DueOn { Date: var date } ? date
        : null;

    private Working? WorkingTo(DateOnly due) =>
        clock.CountsForwardInDays ? new Working(anchor, clock, due, calendar.Version, StepsTo(due)) : Working.Of(clock, anchor, calendar);

    private DateOnly? CountTo(Clock limit)
    {
        if (!calendar.Covers(anchor))
        {
            return null;
        }

        var date = anchor;
        for (var number = 0; number < limit.Count; )
        {
            date = date.AddDays(1);
            if (!calendar.Covers(date))
            {
                return null;
            }

            if (Skipped(date, limit) is null)
            {
                number++;
            }
        }

        return date;
    }

    private int? CountedBefore(DateOnly end)
    {
        if (!clock.CountsForwardInDays || !calendar.Covers(anchor) || !calendar.Covers(end.AddDays(-1)))
        {
            return null;
        }

        var counted = 0;
        for (var date = anchor.AddDays(1); date < end; date = date.AddDays(1))
        {
            counted += Skipped(date, clock) is null ? 1 : 0;
        }

        return counted;
    }

    private ImmutableArray<WorkingStep> StepsTo(DateOnly due)
    {
        var steps = ImmutableArray.CreateBuilder<WorkingStep>();
        steps.Add(new WorkingStep(anchor, null, Working.AnchorNotCounted));
        var number = 0;
        for (var date = anchor.AddDays(1); date <= due; date = date.AddDays(1))
        {
            steps.Add(Skipped(date, clock) is { } reason ? new WorkingStep(date, null, reason) : new WorkingStep(date, ++number, null));
        }

        return steps.ToImmutable();
    }

    private string? Skipped(DateOnly date, Clock by)
    {
        if (by.CountsOnlyWorkingDays && calendar.Day(date).Reason is { } reason)
        {
            return reason;
        }

        foreach (var (from, until, why) in pauses)
        {
            if (date >= from && date <= until)
            {
                return $"paused: {why}";
            }
        }

        return null;
    }

    private static bool RunsBack(Clock clock) =>
        clock.Kind
            is ClockKind.WorkingDaysBefore
                or ClockKind.ClearDaysBefore
                or ClockKind.CalendarDaysBefore
                or ClockKind.Before
                or ClockKind.On;
}
