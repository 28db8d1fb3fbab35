using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-generic-header")]
public sealed class GenericHeaderTag : ComponentTag
{
    [HtmlAttributeName("url")]
    public string? Url { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Put(
            output,
            new GenericHeader
            {
                Logo = await Inside(output),
                Url = Url,
                Classes = Classes,
                Attributes = Rest(output),
            }.Render()
        );
}
