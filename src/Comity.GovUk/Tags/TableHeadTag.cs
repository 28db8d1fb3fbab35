using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-table-head", ParentTag = "govuk-table")]
public sealed class TableHeadTag : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = Collected.Of<TableRows>(context, "govuk-table");
        var cells = Collected.Begin<List<TableCell>>(context);
        await output.GetChildContentAsync();
        rows.Head = cells;
        output.SuppressOutput();
    }
}
