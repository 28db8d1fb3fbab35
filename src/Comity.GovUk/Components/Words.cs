using System.Globalization;

namespace Comity.GovUk.Components;

/// <summary>Values as HTML spells them.</summary>
internal static class Words
{
    public static string? TrueOrFalse(bool? value) =>
        value switch
        {
            true => "true",
            false => "false",
            null => null,
        };

    public static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    public static string Heading(int level) =>
        level is >= 1 and <= 6
            ? "h" + level.ToString(CultureInfo.InvariantCulture)
            : throw new ArgumentOutOfRangeException(nameof(level), level, "HTML has headings from 1 to 6");

    public static string OrElse(this string? value, string otherwise) => string.IsNullOrEmpty(value) ? otherwise : value;
}
