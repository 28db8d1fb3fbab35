using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-breadcrumbs")]
public sealed class BreadcrumbsTag : ComponentTag
{
    [HtmlAttributeName("collapse-on-mobile")]
    public bool CollapseOnMobile { get; set; }

    [HtmlAttributeName("label")]
    public string? Label { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = Collected.Begin<List<Breadcrumb>>(context);
        await output.GetChildContentAsync();
        Put(
            output,
            new Breadcrumbs
            {
                Items = items,
                CollapseOnMobile = CollapseOnMobile,
                LabelText = Label,
                Classes = Classes,
                Attributes = Rest(output),
            }.Render()
        );
    }
}
