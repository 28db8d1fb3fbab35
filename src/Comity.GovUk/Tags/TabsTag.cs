using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-tabs")]
public sealed class TabsTag : ComponentTag
{
    [HtmlAttributeName("id")]
    public string? Id { get; set; }

    /// <summary>For the ids of tabs that have none of their own.</summary>
    [HtmlAttributeName("id-prefix")]
    public string IdPrefix { get; set; } = "tab";

    [HtmlAttributeName("title")]
    public string? Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = Collected.Begin<List<TabItem>>(context);
        await output.GetChildContentAsync();
        Put(
            output,
            new Tabs
            {
                Id = Id,
                IdPrefix = IdPrefix,
                Title = Title,
                Items = items,
                Classes = Classes,
                Attributes = Rest(output),
            }.Render()
        );
    }
}
