using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-option", ParentTag = "govuk-select")]
public sealed class OptionTag : TagHelper
{
    [HtmlAttributeName("value")]
    public string? Value { get; set; }

    [HtmlAttributeName("text")]
    public string Text { get; set; } = "";

    [HtmlAttributeName("disabled")]
    public bool Disabled { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Collected
            .Of<List<SelectItem>>(context, "govuk-select")
            .Add(
                new SelectItem
                {
                    Value = Value ?? Text,
                    Text = Text,
                    Disabled = Disabled,
                }
            );
        output.SuppressOutput();
    }
}
