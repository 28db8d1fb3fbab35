using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-tab", ParentTag = "govuk-tabs")]
public sealed class TabTag : ComponentTag
{
    [HtmlAttributeName("label")]
    public string Label { get; set; } = "";

    [HtmlAttributeName("id")]
    public string? Id { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = Collected.Of<List<TabItem>>(context, "govuk-tabs");
        var item = new TabItem
        {
            Label = Label,
            Id = Id,
            Panel = new TabPanel { Content = await Inside(output) },
            Attributes = Rest(output),
        };
        items.Add(item);
        output.SuppressOutput();
    }
}
