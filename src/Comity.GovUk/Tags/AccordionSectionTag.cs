using Comity.GovUk.Components;
using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-accordion-section", ParentTag = "govuk-accordion")]
public sealed class AccordionSectionTag : ComponentTag
{
    [HtmlAttributeName("heading")]
    public string Heading { get; set; } = "";

    [HtmlAttributeName("summary")]
    public string? Summary { get; set; }

    [HtmlAttributeName("expanded")]
    public bool Expanded { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = Collected.Of<List<AccordionItem>>(context, "govuk-accordion");
        var item = new AccordionItem
        {
            Heading = new AccordionText { Content = Content.Text(Heading) },
            Summary = new AccordionText { Content = Content.Text(Summary) },
            Content = new AccordionText { Content = await Inside(output) },
            Expanded = Expanded,
        };
        items.Add(item);
        output.SuppressOutput();
    }
}
