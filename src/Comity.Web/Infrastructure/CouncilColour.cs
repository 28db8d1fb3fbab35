using System.Globalization;

namespace Comity.Web.Infrastructure;

/// <summary>The council's colour, as #rrggbb and nothing else: it is written into a style sheet, and a row of a table is no place to trust that.</summary>
public readonly record struct CouncilColour
{
    private const string Usual = "#1d4f4b";

    private readonly string _text;

    private CouncilColour(string text) => _text = text;

    public static CouncilColour Of(string? text) =>
        new(text is ['#', .. { Length: 6 } digits] && digits.All(char.IsAsciiHexDigit) ? text : Usual);

    /// <summary>Black or white, whichever is easier to read on it. One of them always reaches 4.5 to 1 (WCAG 2.2, 1.4.3).</summary>
    public string Ink => (Luminance + 0.05) * (Luminance + 0.05) > 1.05 * 0.05 ? "#000000" : "#ffffff";

    /// <summary>Relative luminance as WCAG 2.2 defines it.</summary>
    private double Luminance => (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));

    public override string ToString() => _text;

    private double Channel(int at)
    {
        var part = int.Parse(_text.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }
}
