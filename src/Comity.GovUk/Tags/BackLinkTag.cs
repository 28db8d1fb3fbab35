using Comity.GovUk.Components;
using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

/// <summary>The link back, in a landmark of its own: it stands before the main content, where nothing else would hold it.</summary>
[HtmlTargetElement("govuk-back-link")]
public sealed class BackLinkTag : ComponentTag
{
    [HtmlAttributeName("href")]
    public string? Href { get; set; }

    [HtmlAttributeName("landmark-label")]
    public string LandmarkLabel { get; set; } = "Back";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Put(
            output,
            new Element("nav")
                .Attribute("aria-label", LandmarkLabel)
                .Add(
                    new BackLink
                    {
                        Href = Href,
                        Content = await Inside(output),
                        Classes = Classes,
                        Attributes = Rest(output),
                    }.Render()
                )
        );
}
