using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-breadcrumb", ParentTag = "govuk-breadcrumbs")]
public sealed class BreadcrumbTag : ComponentTag
{
    [HtmlAttributeName("href")]
    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var item = new Breadcrumb
        {
            Href = Href,
            Content = await Inside(output),
            Attributes = Rest(output),
        };
        Collected.Of<List<Breadcrumb>>(context, "govuk-breadcrumbs").Add(item);
        output.SuppressOutput();
    }
}
