using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

/// <summary>What stands at the end of the service navigation, such as who is signed in.</summary>
[HtmlTargetElement("govuk-navigation-end")]
public sealed class NavigationEndTag : ComponentTag
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var parts = Collected.Of<NavigationParts>(context, "govuk-service-navigation");
        parts.End = await Inside(output);
        output.SuppressOutput();
    }
}
