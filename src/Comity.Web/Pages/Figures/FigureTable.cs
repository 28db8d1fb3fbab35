using System.Globalization;
using Comity.Service.Figures;

namespace Comity.Web.Pages.Figures;

/// <summary>Figures side by side: by service, by ward, by kind or by month.</summary>
public sealed record FigureTable(string Id, string Title, IReadOnlyList<(string Name, Tally Tally)> Lines)
{
    /// <summary>What was due and in time, as bars.</summary>
    public IReadOnlyList<Bar> Bars =>
        [
            .. Lines
                .Where(line => line.Tally.Due > 0)
                .Select(line => new Bar(line.Name, InTime(line.Tally), (double)line.Tally.InTime / line.Tally.Due)),
        ];

    public string Description =>
        string.Join("; ", Bars.Select(bar => $"{bar.Label}: {bar.Said}")) is { Length: > 0 } all ? all + "." : "Nothing was due.";

    /// <summary>The numerator comes first: a percentage alone hides how many there were.</summary>
    public static string InTime(Tally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        return tally.Due == 0
            ? "none due"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{tally.InTime} of {tally.Due} ({Math.Round(100.0 * tally.InTime / tally.Due)}%)"
            );
    }

    public static string Days(double? days) => days?.ToString("0.#", CultureInfo.InvariantCulture) ?? "–";
}
