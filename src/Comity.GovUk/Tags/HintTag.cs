using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-hint")]
public sealed class HintTag : ComponentTag
{
    [HtmlAttributeName("id")]
    public string? Id { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var hint = new Hint
        {
            Id = Id,
            Content = await Inside(output),
            Classes = Classes,
            Attributes = Rest(output),
        };
        if (Collected.Find<FieldParts>(context) is { LegendOnly: false } parts)
        {
            parts.Hint = hint;
            output.SuppressOutput();
        }
        else
        {
            Put(output, hint.Render());
        }
    }
}
