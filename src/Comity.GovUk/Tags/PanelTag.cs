using Comity.GovUk.Components;
using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-panel")]
public sealed class PanelTag : ComponentTag
{
    [HtmlAttributeName("title")]
    public string Title { get; set; } = "";

    [HtmlAttributeName("heading-level")]
    public int HeadingLevel { get; set; } = 1;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Put(
            output,
            new Panel
            {
                Title = Content.Text(Title),
                Content = await Inside(output),
                HeadingLevel = HeadingLevel,
                Classes = Classes,
                Attributes = Rest(output),
            }.Render()
        );
}
