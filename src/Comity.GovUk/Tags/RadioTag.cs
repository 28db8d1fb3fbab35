using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-radio")]
public sealed class RadioTag : ChoiceTag
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = Collected.Of<List<RadioItem>>(context, "govuk-radios");
        items.Add(await Read(new RadioItem(), context, output));
    }
}
