using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record Select : LabelledField
{
    public string? Value { get; init; }

    public IReadOnlyList<SelectItem?> Items { get; init; } = [];

    public override IHtmlContent Render() =>
        Group(
            new Element("select")
                .Class("govuk-select", Classes, ErrorMessage is null ? null : "govuk-select--error")
                .Attribute("id", ControlId)
                .Attribute("name", Name ?? "")
                .Flag("disabled", Disabled)
                .Attribute("aria-describedby", Description)
                .With(Attributes)
                .Add(Items.OfType<SelectItem>().Select(Option))
        );

    private Element Option(SelectItem item)
    {
        var chosen = item.Selected ?? (!string.IsNullOrEmpty(Value) && (item.Value ?? item.Text) == Value);
        return new Element("option")
            .Attribute("value", item.Value)
            .Flag("selected", chosen)
            .Flag("disabled", item.Disabled)
            .With(item.Attributes)
            .Text(item.Text);
    }
}
