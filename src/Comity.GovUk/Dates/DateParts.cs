using System.Globalization;

namespace Comity.GovUk.Dates;

/// <summary>A date as somebody typed it: three texts, any of which may be missing or wrong.</summary>
public sealed record DateParts(string? Day, string? Month, string? Year)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Day) && string.IsNullOrWhiteSpace(Month) && string.IsNullOrWhiteSpace(Year);

    public static DateParts Of(DateOnly? date) =>
        date is { } known
            ? new(
                known.Day.ToString(CultureInfo.InvariantCulture),
                known.Month.ToString(CultureInfo.InvariantCulture),
                known.Year.ToString("0000", CultureInfo.InvariantCulture)
            )
            : new(null, null, null);

    public DateReading Read()
    {
        var missing =
            (string.IsNullOrWhiteSpace(Day) ? DateFields.Day : DateFields.None)
            | (string.IsNullOrWhiteSpace(Month) ? DateFields.Month : DateFields.None)
            | (string.IsNullOrWhiteSpace(Year) ? DateFields.Year : DateFields.None);
        if (missing != DateFields.None)
        {
            return new DateReading(null, DateFault.Missing, missing);
        }

        var month = MonthNumber(Month!.Trim());
        var day = Number(Day!.Trim(), 2);
        var wrong = (day is null or < 1 or > 31 ? DateFields.Day : DateFields.None) | (month is null ? DateFields.Month : DateFields.None);
        if (wrong != DateFields.None)
        {
            return new DateReading(null, DateFault.NotReal, wrong);
        }

        // Two digits could mean either century, so they are asked about and not guessed.
        if (Year!.Trim().Length != 4 || Number(Year.Trim(), 4) is not (> 0 and var year))
        {
            return new DateReading(null, DateFault.YearNotFourDigits, DateFields.Year);
        }

        return day > DateTime.DaysInMonth(year, month!.Value)
            ? new DateReading(null, DateFault.NotReal, DateFields.All)
            : new DateReading(new DateOnly(year, month.Value, day!.Value), DateFault.None, DateFields.None);
    }

    private static int? Number(string text, int digits) =>
        text.Length <= digits && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A month may be written as a number, as its name or as the first three letters of it.</summary>
    private static int? MonthNumber(string text)
    {
        if (Number(text, 2) is { } number)
        {
            return number is >= 1 and <= 12 ? number : null;
        }

        var months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;
        for (var i = 0; i < 12; i++)
        {
            if (
                text.Equals(months[i], StringComparison.OrdinalIgnoreCase)
                || text.Equals(months[i][..3], StringComparison.OrdinalIgnoreCase)
                || (i == 8 && text.Equals("sept", StringComparison.OrdinalIgnoreCase))
            )
            {
                return i + 1;
            }
        }

        return null;
    }
}
