using System.Globalization;

namespace Comity.Web.Infrastructure;

/// <summary>A time of day as people type it.</summary>
internal static class TimeOfDay
{
    public const string Refusal = "Enter the time of day with hours and minutes, like 18:30";

    private static readonly string[] Forms = ["H:mm", "HH:mm", "H.mm", "HH.mm", "h:mmtt", "h.mmtt", "htt"];

    /// <summary>False where something was typed that is no time; nothing typed gives none.</summary>
    public static bool TryRead(string? typed, out TimeOnly? time)
    {
        time = null;
        var text = typed?.Replace(" ", "", StringComparison.Ordinal);
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        if (TimeOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
        {
            time = read;
        }

        return time is not null;
    }

    public static string InWords(this TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
