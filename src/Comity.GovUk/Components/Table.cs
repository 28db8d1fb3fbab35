using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record Table : Component
{
    public string? Caption { get; init; }

    public string? CaptionClasses { get; init; }

    public IReadOnlyList<TableCell>? Head { get; init; }

    public IReadOnlyList<IReadOnlyList<TableCell>?> Rows { get; init; } = [];

    public bool FirstCellIsHeader { get; init; }

    public override IHtmlContent Render()
    {
        var table = new Element("table").Class("govuk-table", Classes).With(Attributes);
        if (!string.IsNullOrEmpty(Caption))
        {
            table.Add(new Element("caption").Class("govuk-table__caption", CaptionClasses).Text(Caption));
        }

        if (Head is not null)
        {
            table.Add(
                new Element("thead")
                    .Class("govuk-table__head")
                    .Add(
                        new Element("tr")
                            .Class("govuk-table__row")
                            .Add(Head.Select(cell => cell.Render("th", "col", "govuk-table__header")))
                    )
            );
        }

        return table.Add(new Element("tbody").Class("govuk-table__body").Add(Rows.OfType<IReadOnlyList<TableCell>>().Select(Row)));
    }

    private Element Row(IReadOnlyList<TableCell> cells) =>
        new Element("tr")
            .Class("govuk-table__row")
            .Add(
                cells.Select(
                    (cell, index) =>
                        index == 0 && FirstCellIsHeader
                            ? (cell with { Format = null }).Render("th", "row", "govuk-table__header")
                            : cell.Render("td", null, "govuk-table__cell")
                )
            );
}
