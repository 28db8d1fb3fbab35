using System.Collections.Immutable;

namespace Comity.Protocols.Calendars.Ledger;

/// <summary>A clock with what its governing source lets happen to it. What the source does not give is refused.</summary>
public abstract class Regime
{
    private protected Regime(string key, string name, Clock clock, string source, ImmutableArray<Allowance> allowances)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        Key = key;
        Name = name;
        Clock = clock;
        Source = source;
        Allowances = allowances;
    }

    /// <summary>The regime's key in a stored ledger.</summary>
    public string Key { get; }

    /// <summary>Its name as a sentence uses it: <c>the ten-day limit of clause 6.2</c>.</summary>
    public string Name { get; }

    /// <summary>The clock before anything happens to it.</summary>
    public Clock Clock { get; }

    /// <summary>The section or norm that lays down the clock.</summary>
    public string Source { get; }

    /// <summary>What may happen to it, each with its own source.</summary>
    public ImmutableArray<Allowance> Allowances { get; }

    /// <summary>The calendar by which this regime counts, out of one edition of the bank holidays.</summary>
    public abstract WorkingDayCalendar CalendarIn(BankHolidays holidays);

    /// <summary>Finds what the source says of one kind on one ground; null when it gives nothing.</summary>
    public Allowance? Find(AllowanceKind kind, string ground) =>
        Allowances.FirstOrDefault(allowance => allowance.Kind == kind && allowance.Ground == ground);
}
