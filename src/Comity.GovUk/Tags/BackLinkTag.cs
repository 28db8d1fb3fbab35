using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-back-link")]
public sealed class BackLinkTag : ComponentTag
{
    [HtmlAttributeName("href")]
    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Put(
            output,
            new BackLink
            {
                Href = Href,
                Content = await Inside(output),
                Classes = Classes,
                Attributes = Rest(output),
            }.Render()
        );
}
