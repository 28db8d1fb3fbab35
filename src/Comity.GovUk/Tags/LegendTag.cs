using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-legend")]
public sealed class LegendTag : ComponentTag
{
    [HtmlAttributeName("is-heading")]
    public bool IsHeading { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Collected.Of<FieldParts>(context, "govuk-fieldset").Legend = new Legend
        {
            Content = await Inside(output),
            IsPageHeading = IsHeading,
            Classes = Classes,
        };
        output.SuppressOutput();
    }
}
