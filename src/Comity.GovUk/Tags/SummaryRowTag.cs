using Comity.GovUk.Components;
using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-summary-row", ParentTag = "govuk-summary-list")]
public sealed class SummaryRowTag : ComponentTag
{
    [HtmlAttributeName("key")]
    public string Key { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = Collected.Of<List<SummaryRow>>(context, "govuk-summary-list");
        var actions = Collected.Begin<List<SummaryAction>>(context);
        var value = await Inside(output);
        rows.Add(
            new SummaryRow
            {
                Key = new SummaryText { Content = Content.Text(Key) },
                Value = new SummaryText { Content = value },
                Actions = actions.Count == 0 ? null : new SummaryActions { Items = actions },
                Classes = Classes,
            }
        );
        output.SuppressOutput();
    }
}
