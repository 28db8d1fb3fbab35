using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record Radios : Choices
{
    public string? Value { get; init; }

    public IReadOnlyList<RadioItem?> Items { get; init; } = [];

    public override IHtmlContent Render() =>
        Group(
            "radios",
            DescriptionOf(Prefix, Fieldset?.DescribedBy),
            Items
                .Select((item, index) => (item, index))
                .Where(each => each.item is not null)
                .Select(each => Render(each.item!, each.index + 1))
        );

    private IHtmlContent Render(RadioItem item, int position)
    {
        if (!string.IsNullOrEmpty(item.Divider))
        {
            return Divider("radios", item.Divider);
        }

        var id = IdOf(item, position);
        var isChecked = item.Checked ?? (!string.IsNullOrEmpty(Value) && item.Value == Value);
        var input = new Element("input")
            .Class("govuk-radios__input")
            .Attribute("id", id)
            .Attribute("name", Name ?? "")
            .Attribute("type", "radio")
            .Attribute("value", item.Value ?? "")
            .Flag("checked", isChecked)
            .Flag("disabled", item.Disabled)
            .Attribute("data-aria-controls", item.Conditional is null ? null : "conditional-" + id)
            .Attribute("aria-describedby", item.Hint?.Content is null ? null : id + "-item-hint")
            .With(item.Attributes);
        return Option("radios", item, id, isChecked, input);
    }
}
