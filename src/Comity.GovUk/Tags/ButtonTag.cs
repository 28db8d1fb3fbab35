using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-button")]
public sealed class ButtonTag : ComponentTag
{
    [HtmlAttributeName("id")]
    public string? Id { get; set; }

    [HtmlAttributeName("href")]
    public string? Href { get; set; }

    [HtmlAttributeName("type")]
    public string? Type { get; set; }

    [HtmlAttributeName("name")]
    public string? Name { get; set; }

    [HtmlAttributeName("value")]
    public string? Value { get; set; }

    [HtmlAttributeName("disabled")]
    public bool Disabled { get; set; }

    [HtmlAttributeName("prevent-double-click")]
    public bool? PreventDoubleClick { get; set; }

    [HtmlAttributeName("start")]
    public bool Start { get; set; }

    [HtmlAttributeName("secondary")]
    public bool Secondary { get; set; }

    [HtmlAttributeName("warning")]
    public bool Warning { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var classes = $"{(Secondary ? "govuk-button--secondary " : "")}{(Warning ? "govuk-button--warning " : "")}{Classes}";
        Put(
            output,
            new Button
            {
                Id = Id,
                Href = Href,
                Type = Type,
                Name = Name,
                Value = Value,
                Disabled = Disabled,
                PreventDoubleClick = PreventDoubleClick,
                IsStartButton = Start,
                Content = await Inside(output),
                Classes = classes,
                Attributes = Rest(output),
            }.Render()
        );
    }
}
