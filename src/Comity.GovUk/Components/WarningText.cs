using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record WarningText : Component
{
    public Content? Content { get; init; }

    public string? IconFallbackText { get; init; }

    public override IHtmlContent Render() =>
        new Element("div")
            .Class("govuk-warning-text", Classes)
            .With(Attributes)
            .Add(new Element("span").Class("govuk-warning-text__icon").Attribute("aria-hidden", "true").Text("!"))
            .Text(" ")
            .Add(
                new Element("strong")
                    .Class("govuk-warning-text__text")
                    .Add(new Element("span").Class("govuk-visually-hidden").Text(IconFallbackText.OrElse("Warning")))
                    .Text(" ")
                    .Add(Content)
            );
}
