using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-navigation-item")]
public sealed class NavigationItemTag : ComponentTag
{
    [HtmlAttributeName("href")]
    public string? Href { get; set; }

    /// <summary>This very page.</summary>
    [HtmlAttributeName("current")]
    public bool Current { get; set; }

    /// <summary>A page below this item.</summary>
    [HtmlAttributeName("active")]
    public bool Active { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var item = new NavigationItem
        {
            Href = Href,
            Current = Current,
            Active = Active,
            Content = await Inside(output),
            Attributes = Rest(output),
        };
        Collected.Of<NavigationParts>(context, "govuk-service-navigation").Items.Add(item);
        output.SuppressOutput();
    }
}
