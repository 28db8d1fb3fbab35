using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-language", ParentTag = "govuk-language-navigation")]
public sealed class LanguageTag : ComponentTag
{
    [HtmlAttributeName("href")]
    public string? Href { get; set; }

    [HtmlAttributeName("lang")]
    public string? Lang { get; set; }

    [HtmlAttributeName("description")]
    public string? Description { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = Collected.Of<List<LanguageItem>>(context, "govuk-language-navigation");
        var item = new LanguageItem
        {
            Href = Href,
            Lang = Lang,
            LanguageDescriptionText = Description,
            Content = await Inside(output),
            Classes = Classes,
            Attributes = Rest(output),
        };
        items.Add(item);
        output.SuppressOutput();
    }
}
