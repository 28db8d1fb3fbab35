using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record Button : Component
{
    public string? Id { get; init; }

    public Content? Content { get; init; }

    /// <summary>With an address the button is a link that looks like a button.</summary>
    public string? Href { get; init; }

    public string? Type { get; init; }

    public string? Name { get; init; }

    public string? Value { get; init; }

    public bool Disabled { get; init; }

    public bool? PreventDoubleClick { get; init; }

    public bool IsStartButton { get; init; }

    public override IHtmlContent Render()
    {
        var element = string.IsNullOrEmpty(Href)
            ? new Element("button")
                .Attribute("type", string.IsNullOrEmpty(Type) ? "submit" : Type)
                .AttributeIfAny("value", Value)
                .AttributeIfAny("name", Name)
                .Flag("disabled", Disabled)
                .Attribute("aria-disabled", Disabled ? "true" : null)
                .Attribute("data-prevent-double-click", Words.TrueOrFalse(PreventDoubleClick))
            : new Element("a").Attribute("href", Href).Attribute("role", "button").Attribute("draggable", "false");
        element
            .Class("govuk-button", Classes, IsStartButton ? "govuk-button--start" : null)
            .Attribute("data-module", "govuk-button")
            .With(Attributes)
            .AttributeIfAny("id", Id);

        // A start button lays its parts out as a flex box, which would swallow the spaces between pieces of markup.
        return IsStartButton && Content is { IsText: false }
            ? element.Add(new Element("span").Add(Content)).Add(StartIcon())
            : element.Add(Content).Add(IsStartButton ? StartIcon() : null);
    }

    private static Element StartIcon() =>
        new Element("svg")
            .Class("govuk-button__start-icon")
            .Attribute("xmlns", "http://www.w3.org/2000/svg")
            .Attribute("width", "17.5")
            .Attribute("height", "19")
            .Attribute("viewBox", "0 0 33 40")
            .Attribute("aria-hidden", "true")
            .Attribute("focusable", "false")
            .Add(new Element("path").Attribute("fill", "currentColor").Attribute("d", "M0 0h13l20 20-20 20H0l20-20z"));
}
