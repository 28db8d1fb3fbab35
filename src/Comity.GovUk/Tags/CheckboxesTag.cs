using Comity.GovUk.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

[HtmlTargetElement("govuk-checkboxes")]
public sealed class CheckboxesTag : ChoicesTag
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var parts = Begin(context);
        var items = Collected.Begin<List<CheckboxItem>>(context);
        Collected.Close<List<RadioItem>>(context);
        await output.GetChildContentAsync();
        items.AddRange(
            Items.Select(each => new CheckboxItem
            {
                Value = each.Value ?? each.Text,
                Content = each.Text,
                Disabled = each.Disabled,
            })
        );
        Put(
            output,
            new Checkboxes
            {
                IdPrefix = FieldId,
                Name = FieldName,
                Values = CurrentValues(),
                Items = items,
                DescribedBy = DescribedBy,
                Classes = ClassesFor("checkboxes"),
                Fieldset = FieldsetOf(parts),
                Hint = HintOf(parts),
                ErrorMessage = ErrorOf(parts),
                FormGroup = FormGroup,
                Attributes = Rest(output),
            }.Render()
        );
    }
}
