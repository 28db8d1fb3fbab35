using System.Globalization;

namespace Comity.Protocols.Language;

/// <summary>Dates as the language writes them: <c>2026-04-20</c>.</summary>
internal static class Dates
{
    public static DateOnly? ParseOrNull(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public static string Write(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
