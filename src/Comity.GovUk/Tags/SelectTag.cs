using Comity.GovUk.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-select")]
public sealed class SelectTag : LabelledFieldTag
{
    [HtmlAttributeName("value")]
    public string? Value { get; set; }

    [HtmlAttributeName("items")]
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var parts = Begin(context);
        var items = Collected.Begin<List<SelectItem>>(context);
        await output.GetChildContentAsync();
        var value = CurrentValue(Value);
        items.AddRange(
            Items.Select(each => new SelectItem
            {
                Value = each.Value ?? each.Text,
                Text = each.Text,
                Disabled = each.Disabled,
                Selected = value is null && each.Selected ? true : null,
            })
        );
        Put(output, Fill(new Select { Value = value, Items = items }, parts, output).Render());
    }
}
