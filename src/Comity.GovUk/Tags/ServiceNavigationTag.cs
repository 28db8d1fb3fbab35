using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-service-navigation")]
public sealed class ServiceNavigationTag : ComponentTag
{
    [HtmlAttributeName("service-name")]
    public string? ServiceName { get; set; }

    [HtmlAttributeName("service-url")]
    public string? ServiceUrl { get; set; }

    [HtmlAttributeName("label")]
    public string? Label { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var parts = Collected.Begin<NavigationParts>(context);
        await output.GetChildContentAsync();
        Put(
            output,
            new ServiceNavigation
            {
                ServiceName = ServiceName,
                ServiceUrl = ServiceUrl,
                NavigationLabel = Label,
                Navigation = parts.Items,
                Slots = parts.End is null
                    ? null
                    : new NavigationSlots
                    {
                        End = new NavigationEndSlot { Content = parts.End, Align = "inline" },
                    },
                Classes = Classes,
                Attributes = Rest(output),
            }.Render()
        );
    }
}
