using System.Globalization;

namespace Comity.GovUk.Layout;

/// <summary>Whose service this is: what the header says and in which colour. Register one of your own to replace the default.</summary>
public sealed record Brand
{
    public const string DefaultColour = "#1d4f78";

    /// <summary>In the header.</summary>
    public string Organisation { get; init; } = "Comity";

    /// <summary>After the title of each page, and in the service navigation.</summary>
    public string Service { get; init; } = "Comity";

    public string HomeUrl { get; init; } = "/";

    /// <summary>The address of a logo that stands before the organisation's name, on this same origin.</summary>
    public string? LogoUrl { get; init; }

    /// <summary>As #rrggbb. It is written into a style sheet, so nothing else is taken.</summary>
    public string Colour
    {
        get;
        init =>
            field = IsColour(value) ? value : throw new ArgumentException($"`{value}` is not a colour written as #rrggbb", nameof(value));
    } = DefaultColour;

    /// <summary>Black or white, whichever is easier to read on the colour. One of them always reaches 4.5 to 1 (WCAG 2.2, 1.4.3).</summary>
    public string OnColour => (Luminance(Colour) + 0.05) * (Luminance(Colour) + 0.05) > 1.05 * 0.05 ? "#000000" : "#ffffff";

    public string StyleSheet =>
        $$"""
            :root {
              --comity-brand-colour: {{Colour}};
              --comity-on-brand-colour: {{OnColour}};
            }

            """;

    public static bool IsColour(string? text) => text is ['#', .. { Length: 6 } digits] && digits.All(char.IsAsciiHexDigit);

    /// <summary>Relative luminance as WCAG 2.2 defines it.</summary>
    private static double Luminance(string colour) =>
        (0.2126 * Channel(colour, 1)) + (0.7152 * Channel(colour, 3)) + (0.0722 * Channel(colour, 5));

    private static double Channel(string colour, int at)
    {
        var part = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }
}
