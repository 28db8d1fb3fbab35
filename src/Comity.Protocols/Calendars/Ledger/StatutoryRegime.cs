using System.Collections.Immutable;

namespace Comity.Protocols.Calendars.Ledger;

/// <summary>A clock laid down by law. A council can add nothing to it: no closure day, no pause, no extension of its own.</summary>
public sealed class StatutoryRegime : Regime
{
    private readonly Func<BankHolidays, WorkingDayCalendar> calendar;

    private StatutoryRegime(
        string key,
        string name,
        Clock clock,
        string source,
        Func<BankHolidays, WorkingDayCalendar> calendar,
        ImmutableArray<Allowance> allowances
    )
        : base(key, name, clock, source, allowances) => this.calendar = calendar;

    /// <summary>Freedom of Information Act 2000: promptly, and not later than the twentieth working day after receipt.</summary>
    /// <remarks>The clarification restarts the clock; the fees notice pauses it; the public-interest test may move the answer, not the notice.</remarks>
    public static StatutoryRegime Foia { get; } =
        new(
            "foia",
            "the Freedom of Information Act 2000",
            Clock.WorkingDaysAfter(20),
            "FOIA s.10(1)",
            holidays => holidays.Foi,
            [
                Allowance.ToRestart("clarification", "FOIA s.1(3) and s.10(6)"),
                Allowance.ToPause("fees-notice", "FOIA s.10(2)"),
                Allowance.ToExtend("public-interest", "FOIA s.10(3) and s.17", noticeWithin: Clock.WorkingDaysAfter(20)),
            ]
        );

    /// <summary>Environmental Information Regulations 2004: 20 working days, or 40 when complex and voluminous, with notice inside the first 20.</summary>
    public static StatutoryRegime Eir { get; } =
        new(
            "eir",
            "the Environmental Information Regulations 2004",
            Clock.WorkingDaysAfter(20),
            "EIR reg.5(2)",
            holidays => holidays.Foi,
            [
                Allowance.ToRestart("clarification", "EIR reg.9(4), unverified"),
                Allowance.ToExtend(
                    "complex-and-voluminous",
                    "EIR reg.7(1)",
                    noticeWithin: Clock.WorkingDaysAfter(20),
                    longestInAll: Clock.WorkingDaysAfter(40)
                ),
            ]
        );

    /// <summary>The review of an answer under the Environmental Information Regulations 2004: 40 working days.</summary>
    public static StatutoryRegime EirReview { get; } =
        new(
            "eir-review",
            "the review under the Environmental Information Regulations 2004",
            Clock.WorkingDaysAfter(40),
            "EIR reg.11, unverified",
            holidays => holidays.Foi,
            []
        );

    /// <summary>Freedom of Information (Scotland) Act 2002: 20 working days by Scotland's bank holidays alone.</summary>
    public static StatutoryRegime Foisa { get; } =
        new(
            "foisa",
            "the Freedom of Information (Scotland) Act 2002",
            Clock.WorkingDaysAfter(20),
            "FOISA s.10(1)",
            holidays => holidays.Foisa,
            [
                Allowance.ToRestart("clarification", "FOISA s.1(3) and s.10(1), unverified"),
                Allowance.ToPause("fees-notice", "FOISA s.10(2), unverified"),
            ]
        );

    /// <summary>The review that FOISA gives: 20 working days from the requirement for review.</summary>
    public static StatutoryRegime FoisaReview { get; } =
        new(
            "foisa-review",
            "the review under the Freedom of Information (Scotland) Act 2002",
            Clock.WorkingDaysAfter(20),
            "FOISA s.21(1)",
            holidays => holidays.Foisa,
            []
        );

    /// <summary>Every access-to-information regime named here.</summary>
    public static ImmutableArray<StatutoryRegime> All { get; } = [Foia, Eir, EirReview, Foisa, FoisaReview];

    /// <summary>Finds one of <see cref="All"/> by the key of a stored ledger; null for another key.</summary>
    public static StatutoryRegime? FromKey(string key) => All.FirstOrDefault(regime => regime.Key == key);

    /// <summary>Another clock laid down by law, counted by one nation's bank holidays.</summary>
    /// <param name="key">The regime's key in a stored ledger.</param>
    /// <param name="name">Its name as a sentence uses it.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="source">The section that lays it down.</param>
    /// <param name="nation">Whose bank holidays are skipped.</param>
    /// <param name="allowances">What the law lets happen to it.</param>
    public static StatutoryRegime By(
        string key,
        string name,
        Clock clock,
        string source,
        Nation nation,
        params ImmutableArray<Allowance> allowances
    ) => new(key, name, clock, source, holidays => holidays.ForCouncil(nation), allowances);

    /// <inheritdoc/>
    public override WorkingDayCalendar CalendarIn(BankHolidays holidays)
    {
        ArgumentNullException.ThrowIfNull(holidays);
        return calendar(holidays);
    }
}
