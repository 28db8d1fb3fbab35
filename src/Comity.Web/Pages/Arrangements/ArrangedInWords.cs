using System.Globalization;
using Comity.Service.Arrangements;
using Comity.Web.Pages.People;

namespace Comity.Web.Pages.Arrangements;

/// <summary>The council's choice as its readers say it.</summary>
public static class ArrangedInWords
{
    public static string Of(Arrangement arrangement)
    {
        ArgumentNullException.ThrowIfNull(arrangement);
        return ArrangementRules.Find(arrangement.Key)?.Form switch
        {
            ArrangementForm.WorkingDays => arrangement.Value == "1" ? "1 working day" : $"{arrangement.Value} working days",
            ArrangementForm.Months => Months(arrangement),
            ArrangementForm.YesOrNo => arrangement.Value == "yes" ? "Yes" : "No",
            ArrangementForm.Dates => string.Join(", ", DaysOf(arrangement.Value).Select(InWords.Day)),
            ArrangementForm.Office => arrangement.Value.Replace('-', ' '),
            _ => arrangement.Value,
        };
    }

    public static string Months(Arrangement arrangement)
    {
        ArgumentNullException.ThrowIfNull(arrangement);
        return arrangement.Value == "1" ? "1 month" : $"{arrangement.Value} months";
    }

    /// <summary>When it holds; its first day may still be to come.</summary>
    public static string Days(Arrangement arrangement)
    {
        ArgumentNullException.ThrowIfNull(arrangement);
        return arrangement.Until is null ? $"from {InWords.Day(arrangement.From)}" : InWords.Days(arrangement.From, arrangement.Until);
    }

    /// <summary>The days of a value that is a list of days.</summary>
    public static IEnumerable<DateOnly> DaysOf(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
