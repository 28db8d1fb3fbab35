using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-table-cell")]
public sealed class TableCellTag : ComponentTag
{
    /// <summary>Figures to compare stand on the right.</summary>
    [HtmlAttributeName("numeric")]
    public bool Numeric { get; set; }

    [HtmlAttributeName("colspan")]
    public int? Colspan { get; set; }

    [HtmlAttributeName("rowspan")]
    public int? Rowspan { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var cells = Collected.Of<List<TableCell>>(context, "govuk-table-row");
        cells.Add(
            new TableCell
            {
                Content = await Inside(output),
                Format = Numeric ? "numeric" : null,
                Colspan = Colspan,
                Rowspan = Rowspan,
                Classes = Classes,
                Attributes = Rest(output),
            }
        );
        output.SuppressOutput();
    }
}
