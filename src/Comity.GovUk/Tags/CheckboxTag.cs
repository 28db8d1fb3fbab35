using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-checkbox")]
public sealed class CheckboxTag : ChoiceTag
{
    /// <summary>Choosing this one clears the others ("none of these").</summary>
    [HtmlAttributeName("exclusive")]
    public bool Exclusive { get; set; }

    [HtmlAttributeName("name")]
    public string? Name { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = Collected.Of<List<CheckboxItem>>(context, "govuk-checkboxes");
        var item = new CheckboxItem { Behaviour = Exclusive ? "exclusive" : null, Name = Name };
        items.Add(await Read(item, context, output));
    }
}
