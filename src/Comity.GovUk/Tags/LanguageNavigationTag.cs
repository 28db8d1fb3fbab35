using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-language-navigation")]
public sealed class LanguageNavigationTag : ComponentTag
{
    [HtmlAttributeName("label")]
    public string? Label { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = Collected.Begin<List<LanguageItem>>(context);
        await output.GetChildContentAsync();
        Put(
            output,
            new LanguageNavigation
            {
                AriaLabel = Label,
                Items = items,
                Classes = Classes,
                Attributes = Rest(output),
            }.Render()
        );
    }
}
