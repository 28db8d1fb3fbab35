using System.Globalization;

namespace Comity.Web.Pages.Arrangements;

/// <summary>A list of days as a person writes it, one on each line.</summary>
internal static class DaysByLine
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    // With spaces, slashes, dots or hyphens, the month in figures or in letters; and as a computer writes it.
    private static readonly string[] Forms = ["d M yyyy", "d MMMM yyyy", "d MMM yyyy", "yyyy M d"];

    public static string Write(IEnumerable<DateOnly> days) =>
        string.Join('\n', days.Select(day => day.ToString("d M yyyy", CultureInfo.InvariantCulture)));

    /// <returns>The days as they are kept, or the first line that is none.</returns>
    public static (string Kept, string? NoDay) Read(string? text)
    {
        var lines = (text ?? "").Split(['\n', '\r', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var days = new SortedSet<DateOnly>();
        foreach (var line in lines)
        {
            var parts = line.Split([' ', '/', '.', '-'], StringSplitOptions.RemoveEmptyEntries);
            if (!DateOnly.TryParseExact(string.Join(' ', parts), Forms, British, DateTimeStyles.None, out var day))
            {
                return ("", line.Length <= 40 ? line : $"{line[..40]}…");
            }

            days.Add(day);
        }

        return (string.Join(',', days.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))), null);
    }
}
