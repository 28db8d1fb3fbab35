using Comity.Protocols.Calendars;
using Comity.Protocols.Calendars.Ledger;

namespace Comity.Service.Matters;

/// <summary>All that a due date is counted by, besides what happened: the regime, the edition of the bank holidays, and the council's stated closure days.</summary>
public sealed record CountedBy(Regime Regime, BankHolidays Holidays, ClosureDays? Closures)
{
    /// <summary>The ground on which a council may let the clock be paused: it waits for the member.</summary>
    public const string WaitingForMember = "waiting-for-member";

    /// <summary>The ground on which a council may let a date be put back once.</summary>
    public const string MoreTime = "more-time";

    /// <summary>The ground on which a council may let a date be a later one that the member agrees to.</summary>
    public const string AgreedWithMember = "agreed-with-member";

    public DueLedger Open(DateOnly anchor, string happened, string by) =>
        WithClosures(DueLedger.Open(Regime, Holidays, new Started(anchor, happened, by)));

    /// <summary>A duty's ledger as it was stored. A recount changes the calendar and not the lines.</summary>
    public DueLedger Restore(IEnumerable<DueEntry> entries)
    {
        var lines = entries.OrderBy(entry => entry.Sequence).Where(entry => entry.Kind != "recounted").Select(ToLine).ToList();
        if (Closures is not null)
        {
            lines.Insert(1, ClosuresFrom(lines[0].On));
        }

        return DueLedger.Restore(Regime, Holidays, lines);
    }

    /// <summary>A line that somebody put in by hand, as it can be put into another ledger; null for what the ledger has by itself.</summary>
    internal static LedgerEntry? ToMove(DueEntry entry) => entry.Kind is "paused" or "resumed" or "extended" ? ToLine(entry) : null;

    private DueLedger WithClosures(DueLedger ledger) =>
        Closures is not null && ledger.Add(ClosuresFrom(ledger.Entries[0].On)) is LedgerAccepted accepted ? accepted.Ledger : ledger;

    private ClosuresApplied ClosuresFrom(DateOnly on) => new(on, Closures!, "The council is closed.", "the council's arrangement");

    private static LedgerEntry ToLine(DueEntry entry) =>
        entry.Kind switch
        {
            "started" => new Started(entry.On, entry.Reason, entry.AuthorToken),
            "paused" => new Paused(entry.On, entry.Ground!, entry.Reason, entry.AuthorToken),
            "resumed" => new Resumed(entry.On, entry.Reason, entry.AuthorToken),
            "extended-to" => new ExtendedTo(entry.On, entry.DueOn!.Value, entry.Ground!, entry.Reason, entry.AuthorToken),
            "information-asked" => new InformationAsked(entry.On, entry.Ground!, entry.Reason, entry.AuthorToken),
            "restarted" => new Restarted(entry.On, entry.Reason, entry.AuthorToken),
            "extended" => new ExtendedBy(entry.On, entry.Days!.Value, entry.Ground!, entry.Reason, entry.AuthorToken),
            "stopped" => new Stopped(entry.On, entry.Reason, entry.AuthorToken),
            _ => throw new InvalidOperationException($"The ledger has a line of an unknown kind, {entry.Kind}."),
        };
}
