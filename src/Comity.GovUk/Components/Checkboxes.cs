using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record Checkboxes : Choices
{
    public IReadOnlyCollection<string> Values { get; init; } = [];

    public IReadOnlyList<CheckboxItem?> Items { get; init; } = [];

    public override IHtmlContent Render()
    {
        var described = DescriptionOf(Prefix, Fieldset?.DescribedBy.OrElse(DescribedBy ?? "") ?? DescribedBy);
        return Group(
            "checkboxes",
            described,
            Items
                .Select((item, index) => (item, index))
                .Where(each => each.item is not null)
                .Select(each => Render(each.item!, each.index + 1, Fieldset is null ? described : null))
        );
    }

    private IHtmlContent Render(CheckboxItem item, int position, string? described)
    {
        if (!string.IsNullOrEmpty(item.Divider))
        {
            return Divider("checkboxes", item.Divider);
        }

        var id = IdOf(item, position);
        var isChecked = item.Checked ?? (item.Value is not null && Values.Contains(item.Value));
        var input = new Element("input")
            .Class("govuk-checkboxes__input")
            .Attribute("id", id)
            .Attribute("name", item.Name.OrElse(Name ?? ""))
            .Attribute("type", "checkbox")
            .Attribute("value", item.Value ?? "")
            .Flag("checked", isChecked)
            .Flag("disabled", item.Disabled)
            .Attribute("data-aria-controls", item.Conditional is null ? null : "conditional-" + id)
            .AttributeIfAny("data-behaviour", item.Behaviour)
            .AttributeIfAny("aria-describedby", $"{described} {(item.Hint?.Content is null ? null : id + "-item-hint")}".Trim())
            .With(item.Attributes);
        return Option("checkboxes", item, id, isChecked, input);
    }
}
