using System.Collections.Immutable;

namespace Comity.Protocols.Calendars.Ledger;

/// <summary>A clock laid down by a council's own protocol. Its text may give nothing but the number: then nothing else happens to it.</summary>
public sealed class CouncilRegime : Regime
{
    private CouncilRegime(string key, string name, Clock clock, string source, Nation nation, ImmutableArray<Allowance> allowances)
        : base(key, name, clock, source, allowances) => Nation = nation;

    /// <summary>Whose bank holidays are skipped.</summary>
    public Nation Nation { get; }

    /// <summary>A protocol's clock with what the protocol itself lets happen to it.</summary>
    /// <param name="key">The regime's key in a stored ledger.</param>
    /// <param name="name">Its name as a sentence uses it.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="source">The norm that lays it down.</param>
    /// <param name="nation">Whose bank holidays are skipped.</param>
    /// <param name="allowances">What the protocol's own text gives; often nothing.</param>
    public static CouncilRegime By(
        string key,
        string name,
        Clock clock,
        string source,
        Nation nation,
        params ImmutableArray<Allowance> allowances
    ) => new(key, name, clock, source, nation, allowances);

    /// <summary>The same regime with one thing more, which an arrangement of the council gives and names as its source.</summary>
    public CouncilRegime WithArrangement(Allowance allowance)
    {
        ArgumentNullException.ThrowIfNull(allowance);
        return new(Key, Name, Clock, Source, Nation, Allowances.Add(allowance));
    }

    /// <inheritdoc/>
    public override WorkingDayCalendar CalendarIn(BankHolidays holidays)
    {
        ArgumentNullException.ThrowIfNull(holidays);
        return holidays.ForCouncil(Nation);
    }
}
