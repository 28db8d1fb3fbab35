using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-inset-text")]
public sealed class InsetTextTag : ComponentTag
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Put(
            output,
            new InsetText
            {
                Content = await Inside(output),
                Classes = Classes,
                Attributes = Rest(output),
            }.Render()
        );
}
