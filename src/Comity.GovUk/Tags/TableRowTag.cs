using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-table-row")]
public sealed class TableRowTag : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = Collected.Of<TableRows>(context, "govuk-table");
        var cells = Collected.Begin<List<TableCell>>(context);
        await output.GetChildContentAsync();
        rows.Body.Add(cells);
        output.SuppressOutput();
    }
}
