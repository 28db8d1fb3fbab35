using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-tag")]
public sealed class TagTag : ComponentTag
{
    /// <summary>grey, green, teal, blue, purple, magenta, red, orange or yellow.</summary>
    [HtmlAttributeName("colour")]
    public string? Colour { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Put(
            output,
            new Tag
            {
                Content = await Inside(output),
                Classes = string.IsNullOrEmpty(Colour) ? Classes : $"govuk-tag--{Colour} {Classes}",
                Attributes = Rest(output),
            }.Render()
        );
}
