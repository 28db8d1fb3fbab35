using System.Globalization;

namespace Comity.Protocols.Calendars;

/// <summary>How dates and counts are said in a working or a refusal.</summary>
internal static class DateWords
{
    /// <summary><c>Monday 6 April 2026</c>.</summary>
    public static string ToWords(this DateOnly date) => date.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>1 working day</c>, <c>10 working days</c>.</summary>
    public static string Counted(int count, string singular) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {singular}{(count == 1 ? "" : "s")}");
}
