using Comity.GovUk.Components;
using Comity.GovUk.Markup;
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
        var checkboxes = new Checkboxes
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
        }.Render();

        // A browser sends nothing for an empty box, and binding leaves alone what was not sent: a "no" has to be said.
        var no =
            For?.Metadata.UnderlyingOrModelType == typeof(bool)
                ? new Element("input").Attribute("type", "hidden").Attribute("name", FieldName).Attribute("value", "false")
                : null;
        Put(output, new Fragment().Add(checkboxes).Add(no));
    }
}
