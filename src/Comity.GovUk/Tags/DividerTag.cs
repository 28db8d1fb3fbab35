using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-divider", ParentTag = "govuk-radios")]
[HtmlTargetElement("govuk-divider", ParentTag = "govuk-checkboxes")]
public sealed class DividerTag : TagHelper
{
    [HtmlAttributeName("text")]
    public string Text { get; set; } = "or";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Collected.Find<List<RadioItem>>(context)?.Add(new RadioItem { Divider = Text });
        Collected.Find<List<CheckboxItem>>(context)?.Add(new CheckboxItem { Divider = Text });
        output.SuppressOutput();
    }
}
