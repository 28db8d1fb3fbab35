using Comity.GovUk.Components;
using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-details")]
public sealed class DetailsTag : ComponentTag
{
    [HtmlAttributeName("summary")]
    public string Summary { get; set; } = "";

    [HtmlAttributeName("open")]
    public bool Open { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Put(
            output,
            new Details
            {
                Summary = Content.Text(Summary),
                Content = await Inside(output),
                Open = Open,
                Classes = Classes,
                Attributes = Rest(output),
            }.Render()
        );
}
