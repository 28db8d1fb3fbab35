using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-radios")]
public sealed class RadiosTag : ChoicesTag
{
    [HtmlAttributeName("value")]
    public string? Value { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var parts = Begin(context);
        var items = Collected.Begin<List<RadioItem>>(context);
        Collected.Close<List<CheckboxItem>>(context);
        await output.GetChildContentAsync();
        items.AddRange(
            Items.Select(each => new RadioItem
            {
                Value = each.Value ?? each.Text,
                Content = each.Text,
                Disabled = each.Disabled,
            })
        );
        Put(
            output,
            new Radios
            {
                IdPrefix = FieldId,
                Name = FieldName,
                Value = CurrentValue(Value),
                Items = items,
                Classes = ClassesFor("radios"),
                Fieldset = FieldsetOf(parts),
                Hint = HintOf(parts),
                ErrorMessage = ErrorOf(parts),
                FormGroup = FormGroup,
                Attributes = Rest(output),
            }.Render()
        );
    }
}
