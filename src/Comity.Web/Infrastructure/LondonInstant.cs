using System.Globalization;
using Comity.Service.People;

namespace Comity.Web.Infrastructure;

/// <summary>An instant as the council's people read it: the day and the time in London.</summary>
public static class LondonInstant
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static string InWords(DateTime utc) => LondonTime.Local(utc).ToString("d MMMM yyyy 'at' HH:mm", British);
}
