using Comity.Protocols.Calendars.Ledger;

namespace Comity.Service.Information;

/// <summary>The clock of an access law, beside the protocol's own: two rights, two dates, and neither takes the place of the other.</summary>
public static class StatutoryClock
{
    /// <summary>The law's word for what is owed.</summary>
    public const string Duty = "release-information";

    /// <summary>What the law calls asking what is meant: it begins the count again.</summary>
    public const string Clarification = "clarification";

    /// <summary>How the norms begin that give a regime's time in the texts of the law.</summary>
    public static string NormsOf(StatutoryRegime regime)
    {
        ArgumentNullException.ThrowIfNull(regime);
        return regime.Key.StartsWith("foisa", StringComparison.Ordinal) ? "foisa/" : "foi/";
    }

    /// <summary>The access law's key by the source of a stored duty; null for any other source.</summary>
    public static string? LawOf(string source) => StatutoryRegime.All.FirstOrDefault(regime => regime.Source == source)?.Key;
}
