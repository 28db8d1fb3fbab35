using Comity.GovUk.Components;
using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

public abstract class ChoiceTag : ComponentTag
{
    [HtmlAttributeName("value")]
    public string? Value { get; set; }

    [HtmlAttributeName("id")]
    public string? Id { get; set; }

    [HtmlAttributeName("hint")]
    public string? Hint { get; set; }

    [HtmlAttributeName("checked")]
    public bool? Checked { get; set; }

    [HtmlAttributeName("disabled")]
    public bool Disabled { get; set; }

    protected async Task<T> Read<T>(T item, TagHelperContext context, TagHelperOutput output)
        where T : ChoiceItem
    {
        var parts = Collected.Begin<FieldParts>(context);
        var label = await Inside(output);
        output.SuppressOutput();
        return item with
        {
            Value = Value,
            Id = Id,
            Content = label,
            Label = string.IsNullOrEmpty(Classes) ? null : new Label { Classes = Classes },
            Hint = parts.Hint ?? (string.IsNullOrEmpty(Hint) ? null : new Hint { Content = Content.Text(Hint) }),
            Checked = Checked,
            Disabled = Disabled,
            Conditional = parts.Conditional,
            Attributes = Rest(output),
        };
    }
}
