using Comity.Protocols.Calendars.Ledger;
using Comity.Service.Matters;

namespace Comity.Service.Information;

/// <summary>
/// A fee under an access law. While it is not paid the law's time stands still, from the day of the notice to the day of the payment, both of them (FOIA s.10(2)); paid too
/// late, nothing is owed any more (s.9(2)). The ledger of what is owed holds both days, and nothing else does.
/// </summary>
public static class FeesNotice
{
    /// <summary>The law's ground for leaving days out.</summary>
    public const string Ground = "fees-notice";

    private const int Months = 3;

    /// <summary>A payment of the last day may be entered this many days later, before it is taken to have lapsed: Comity's own margin, against nobody.</summary>
    private const int DaysToEnter = 7;

    /// <summary>Whether the law gives a fees notice at all.</summary>
    public static bool IsGivenBy(Regime regime)
    {
        ArgumentNullException.ThrowIfNull(regime);
        return regime.Find(AllowanceKind.Pause, Ground) is not null;
    }

    /// <summary>The last of the three months that begin with the day of the notice: the day before the one of the same number, or the last of a month that has none.</summary>
    public static DateOnly LastDay(DateOnly given)
    {
        var same = given.AddMonths(Months);
        return same.Day == given.Day ? same.AddDays(-1) : same;
    }

    /// <summary>The first day on which it counts as lapsed, if no payment was entered.</summary>
    public static DateOnly LapsesOn(DateOnly given) => LastDay(given).AddDays(DaysToEnter + 1);

    /// <summary>The day of the notice for whose payment the law's time waits; null where it waits for none.</summary>
    public static DateOnly? WaitsSince(Duty duty)
    {
        ArgumentNullException.ThrowIfNull(duty);
        var last = duty.Ledger.Where(entry => entry.Kind != "recounted").MaxBy(entry => entry.Sequence);
        return last is { Kind: "paused", Ground: Ground } ? last.On : null;
    }

    /// <summary>The section by which nothing is owed when it was not paid in time.</summary>
    public static string SourceOfLapse(Regime regime)
    {
        ArgumentNullException.ThrowIfNull(regime);
        return regime.Key == StatutoryRegime.Foia.Key ? "FOIA s.9(2)" : "FOISA s.9, unverified";
    }
}
