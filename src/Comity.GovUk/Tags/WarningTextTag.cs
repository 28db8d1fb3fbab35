using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-warning-text")]
public sealed class WarningTextTag : ComponentTag
{
    [HtmlAttributeName("icon-fallback-text")]
    public string? IconFallbackText { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Put(
            output,
            new WarningText
            {
                Content = await Inside(output),
                IconFallbackText = IconFallbackText,
                Classes = Classes,
                Attributes = Rest(output),
            }.Render()
        );
}
