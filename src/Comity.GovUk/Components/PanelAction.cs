using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record PanelAction
{
    public string? Text { get; init; }

    public string? Href { get; init; }

    public string? Type { get; init; }

    public string? Classes { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }

    internal IHtmlContent Render() =>
        string.IsNullOrEmpty(Href) || Type == "button"
            ? new Button
            {
                Content = Text,
                Type = Type.OrElse("button"),
                Classes = $"govuk-button--inverse {Classes}",
                Href = Href,
                Attributes = Attributes,
            }.Render()
            : new Element("a").Class("govuk-link", "govuk-link--inverse", Classes).Attribute("href", Href).With(Attributes).Text(Text);
}
