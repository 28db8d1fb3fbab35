using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

/// <summary>The page's footer: links, and between the tags whatever else the organisation has to say.</summary>
[HtmlTargetElement("govuk-footer")]
public sealed class FooterTag : ComponentTag
{
    [HtmlAttributeName("links-title")]
    public string? LinksTitle { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var links = Collected.Begin<List<FooterLink>>(context);
        var inside = await Inside(output);
        Put(
            output,
            new Footer
            {
                Meta =
                    links.Count == 0 && inside is null
                        ? null
                        : new FooterMeta
                        {
                            VisuallyHiddenTitle = LinksTitle,
                            Items = links,
                            Content = inside,
                        },
                Classes = Classes,
                Attributes = Rest(output),
            }.Render()
        );
    }
}
