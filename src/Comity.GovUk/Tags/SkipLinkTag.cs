using Comity.GovUk.Components;
using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-skip-link")]
public sealed class SkipLinkTag : ComponentTag
{
    [HtmlAttributeName("href")]
    public string Href { get; set; } = "#main-content";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Put(
            output,
            new SkipLink
            {
                Href = Href,
                Content = await Inside(output) ?? Content.Text("Skip to main content"),
                Classes = Classes,
                Attributes = Rest(output),
            }.Render()
        );
}
