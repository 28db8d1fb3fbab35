using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace Comity.Web.Pages.Figures;

/// <summary>
/// A bar chart drawn on the server. Its title and description say what it shows to whoever does not see it; its table always stands beside it. It has no style
/// of its own, so that the page's policy may forbid inline styles.
/// </summary>
public static class BarChart
{
    private const int Width = 640;
    private const int Row = 52;
    private const int Thickness = 18;

    /// <param name="id">Once on a page.</param>
    public static IHtmlContent Of(string id, string title, string description, IReadOnlyList<Bar> bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        var chart = new HtmlContentBuilder()
            .AppendHtml(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"<svg class=\"comity-chart\" viewBox=\"0 0 {Width} {bars.Count * Row}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" focusable=\"false\"><title id=\"{id}-title\">"
                )
            )
            .Append(title)
            .AppendHtml($"</title><desc id=\"{id}-desc\">")
            .Append(description)
            .AppendHtml("</desc>")
            .AppendHtml(
                $"<defs><pattern id=\"{id}-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" class=\"comity-chart__ground\" /><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" class=\"comity-chart__hatch\" /></pattern></defs>"
            );
        foreach (var (place, bar) in bars.Index())
        {
            var top = place * Row;
            var (plain, hatched) = (Length(bar.Share), Length(bar.Hatched));
            chart
                .AppendHtml(Line($"<text x=\"0\" y=\"{top + 18}\" class=\"comity-chart__label\">"))
                .Append($"{bar.Label}: {bar.Said}")
                .AppendHtml("</text>")
                .AppendHtml(
                    Line(
                        $"<rect x=\"0.5\" y=\"{top + 25.5}\" width=\"{Width - 1}\" height=\"{Thickness}\" class=\"comity-chart__frame\" />"
                    )
                )
                .AppendHtml(
                    Line($"<rect x=\"0.5\" y=\"{top + 25.5}\" width=\"{plain}\" height=\"{Thickness}\" class=\"comity-chart__bar\" />")
                );
            if (hatched > 0)
            {
                chart.AppendHtml(
                    Line(
                        $"<rect x=\"{0.5 + plain}\" y=\"{top + 25.5}\" width=\"{hatched}\" height=\"{Thickness}\" fill=\"url(#{id}-hatch)\" class=\"comity-chart__part\" />"
                    )
                );
            }
        }

        return chart.AppendHtml("</svg>");
    }

    private static double Length(double share) => Math.Round(Math.Clamp(share, 0, 1) * (Width - 1), 1);

    private static string Line(FormattableString markup) => markup.ToString(CultureInfo.InvariantCulture);
}
