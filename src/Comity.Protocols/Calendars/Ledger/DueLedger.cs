using System.Collections.Immutable;

namespace Comity.Protocols.Calendars.Ledger;

/// <summary>What has happened to one clock, in order. The due date is derived from it and is never written down by hand.</summary>
/// <remarks>
/// Immutable: a line is added to a new ledger, or refused with the reason and the source. Pure: the same lines, regime and calendar always come
/// to the same date, so an old decision can be replayed with the calendar that <see cref="DueDerivation.Calendar"/> names.
/// </remarks>
public sealed class DueLedger
{
    private readonly WorkingDayCalendar calendar;

    private DueLedger(Regime regime, WorkingDayCalendar calendar, ImmutableArray<LedgerEntry> entries)
    {
        Regime = regime;
        this.calendar = calendar;
        Entries = entries;
    }

    /// <summary>What may happen to this clock.</summary>
    public Regime Regime { get; }

    /// <summary>The lines, first to last. The first is <see cref="Started"/>.</summary>
    public ImmutableArray<LedgerEntry> Entries { get; }

    /// <summary>Begins a ledger.</summary>
    /// <param name="regime">What may happen to the clock.</param>
    /// <param name="holidays">The edition of the bank holidays to count by.</param>
    /// <param name="started">The first line.</param>
    public static DueLedger Open(Regime regime, BankHolidays holidays, Started started)
    {
        ArgumentNullException.ThrowIfNull(regime);
        ArgumentNullException.ThrowIfNull(started);
        return new DueLedger(regime, regime.CalendarIn(holidays), [started]);
    }

    /// <summary>Takes up a ledger that was stored.</summary>
    /// <remarks>
    /// What was accepted stays in effect. A line that would be refused today is named in <see cref="DueDerivation.Objections"/>, so that a person
    /// can look at it.
    /// </remarks>
    /// <param name="regime">What may happen to the clock.</param>
    /// <param name="holidays">The edition of the bank holidays to count by.</param>
    /// <param name="entries">The stored lines, first to last.</param>
    /// <exception cref="ArgumentException">The first line is not <see cref="Started"/>, or another one is.</exception>
    public static DueLedger Restore(Regime regime, BankHolidays holidays, IEnumerable<LedgerEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(regime);
        ArgumentNullException.ThrowIfNull(entries);
        var lines = entries.ToImmutableArray();
        return lines is [Started, ..] && !lines.Skip(1).Any(line => line is Started)
            ? new DueLedger(regime, regime.CalendarIn(holidays), lines)
            : throw new ArgumentException("a ledger begins with one line that says when the clock started", nameof(entries));
    }

    /// <summary>Adds a line, if the regime gives it.</summary>
    public LedgerChange Add(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Replay().Check(entry) is { } refusal ? refusal : new LedgerAccepted(new DueLedger(Regime, calendar, Entries.Add(entry)));
    }

    /// <summary>The same lines counted by another edition of the bank holidays, as when an extra day has been proclaimed.</summary>
    public DueLedger Recount(BankHolidays holidays) => new(Regime, Regime.CalendarIn(holidays), Entries);

    /// <summary>Derives the due date, the state and the working.</summary>
    public DueDerivation Derive() => Replay().Derive();

    private LedgerReplay Replay()
    {
        var replay = new LedgerReplay(Regime, calendar, (Started)Entries[0]);
        foreach (var entry in Entries.Skip(1))
        {
            replay.Apply(entry);
        }

        return replay;
    }
}
