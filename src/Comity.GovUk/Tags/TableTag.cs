using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-table")]
public sealed class TableTag : ComponentTag
{
    [HtmlAttributeName("caption")]
    public string? Caption { get; set; }

    [HtmlAttributeName("caption-class")]
    public string? CaptionClasses { get; set; }

    [HtmlAttributeName("first-cell-is-header")]
    public bool FirstCellIsHeader { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = Collected.Begin<TableRows>(context);
        await output.GetChildContentAsync();
        Put(
            output,
            new Table
            {
                Caption = Caption,
                CaptionClasses = CaptionClasses,
                Head = rows.Head,
                Rows = rows.Body,
                FirstCellIsHeader = FirstCellIsHeader,
                Classes = Classes,
                Attributes = Rest(output),
            }.Render()
        );
    }
}
