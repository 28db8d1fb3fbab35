namespace Comity.Service.People;

/// <summary>
/// Something true of the council between two days (both inclusive), and known to its record between two instants. A fact is never altered:
/// a new end, or a mistake put right, is a new row, and the old one keeps the instant from which it no longer counted. So it can be asked
/// both who held an office on a day and what the council's record said of it at the time.
/// Queries see only what the record says now; <see cref="CouncilOnDate"/> looks further back.
/// </summary>
public abstract class DatedFact
{
    public Guid Id { get; init; }
    public DateOnly From { get; init; }
    public DateOnly? Until { get; init; }
    public DateTime RecordedAt { get; init; }
    public DateTime? SupersededAt { get; set; }

    public bool InForceOn(DateOnly day) => From <= day && (Until is null || Until >= day);
}
