using Comity.GovUk.Components;
using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-summary-list")]
public sealed class SummaryListTag : ComponentTag
{
    /// <summary>Puts the list into a card under this title.</summary>
    [HtmlAttributeName("card-title")]
    public string? CardTitle { get; set; }

    [HtmlAttributeName("card-heading-level")]
    public int CardHeadingLevel { get; set; } = 2;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = Collected.Begin<List<SummaryRow>>(context);
        var cardActions = Collected.Begin<List<SummaryAction>>(context);
        await output.GetChildContentAsync();
        Put(
            output,
            new SummaryList
            {
                Rows = rows,
                Card = string.IsNullOrEmpty(CardTitle)
                    ? null
                    : new SummaryCard
                    {
                        Title = new SummaryCardTitle { Content = Content.Text(CardTitle), HeadingLevel = CardHeadingLevel },
                        Actions = new SummaryActions { Items = cardActions },
                    },
                Classes = Classes,
                Attributes = Rest(output),
            }.Render()
        );
    }
}
