using Comity.GovUk.Components;
using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-phase-banner")]
public sealed class PhaseBannerTag : ComponentTag
{
    [HtmlAttributeName("tag")]
    public string Tag { get; set; } = "";

    [HtmlAttributeName("tag-class")]
    public string? TagClasses { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Put(
            output,
            new PhaseBanner
            {
                Tag = new Tag { Content = Content.Text(Tag), Classes = TagClasses },
                Content = await Inside(output),
                Classes = Classes,
                Attributes = Rest(output),
            }.Render()
        );
}
