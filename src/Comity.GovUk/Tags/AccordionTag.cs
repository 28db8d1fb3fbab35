using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-accordion")]
public sealed class AccordionTag : ComponentTag
{
    /// <summary>Has to differ from every other accordion of the service: the browser remembers by it which sections stand open.</summary>
    [HtmlAttributeName("id")]
    public string Id { get; set; } = "accordion";

    [HtmlAttributeName("heading-level")]
    public int HeadingLevel { get; set; } = 2;

    [HtmlAttributeName("remember-expanded")]
    public bool? RememberExpanded { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = Collected.Begin<List<AccordionItem>>(context);
        await output.GetChildContentAsync();
        Put(
            output,
            new Accordion
            {
                Id = Id,
                HeadingLevel = HeadingLevel,
                RememberExpanded = RememberExpanded,
                Items = items,
                Classes = Classes,
                Attributes = Rest(output),
            }.Render()
        );
    }
}
