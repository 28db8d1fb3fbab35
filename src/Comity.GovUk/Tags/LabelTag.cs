using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

/// <summary>Inside a field: its label, with markup. On its own: a label for a control written by hand.</summary>
[HtmlTargetElement("govuk-label")]
public sealed class LabelTag : ComponentTag
{
    [HtmlAttributeName("for")]
    public string? For { get; set; }

    [HtmlAttributeName("is-heading")]
    public bool IsHeading { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var label = new Label
        {
            Content = await Inside(output),
            For = For,
            IsPageHeading = IsHeading,
            Classes = Classes,
            Attributes = Rest(output),
        };
        if (Collected.Find<FieldParts>(context) is { LegendOnly: false } parts)
        {
            parts.Label = label;
            output.SuppressOutput();
        }
        else
        {
            Put(output, label.Render());
        }
    }
}
