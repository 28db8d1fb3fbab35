using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

/// <summary>What can be done about a row, or, straight inside the list, about the whole card.</summary>
[HtmlTargetElement("govuk-summary-action")]
public sealed class SummaryActionTag : ComponentTag
{
    [HtmlAttributeName("href")]
    public string Href { get; set; } = "";

    /// <summary>What the action is about, for those who hear the link without its row.</summary>
    [HtmlAttributeName("hidden-text")]
    public string? HiddenText { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var action = new SummaryAction
        {
            Href = Href,
            VisuallyHiddenText = HiddenText,
            Content = await Inside(output),
            Classes = Classes,
            Attributes = Rest(output),
        };
        Collected.Of<List<SummaryAction>>(context, "govuk-summary-row").Add(action);
        output.SuppressOutput();
    }
}
