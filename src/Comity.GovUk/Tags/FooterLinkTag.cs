using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-footer-link", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FooterLinkTag : ComponentTag
{
    [HtmlAttributeName("href")]
    public string Href { get; set; } = "";

    [HtmlAttributeName("text")]
    public string Text { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var link = new FooterLink
        {
            Href = Href,
            Text = Text,
            Attributes = Rest(output),
        };
        Collected.Of<List<FooterLink>>(context, "govuk-footer").Add(link);
        output.SuppressOutput();
    }
}
