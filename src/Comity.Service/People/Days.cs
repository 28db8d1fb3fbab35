using System.Globalization;

namespace Comity.Service.People;

internal static class Days
{
    /// <summary>The form in which a day stands in the record and in files: ISO 8601.</summary>
    public static string Iso(this DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
