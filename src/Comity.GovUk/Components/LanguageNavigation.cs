using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record LanguageNavigation : Component
{
    public string? AriaLabel { get; init; }

    public IReadOnlyList<LanguageItem> Items { get; init; } = [];

    public override IHtmlContent Render() =>
        new Element("nav")
            .Class("govuk-language-navigation", Classes)
            .With(Attributes)
            .Attribute("aria-label", AriaLabel ?? "Language")
            .Add(
                new Element("ul")
                    .Class("govuk-language-navigation__list")
                    .Add(Items.Select(item => new Element("li").Class("govuk-language-navigation__list-item").Add(item.Render())))
            );
}
