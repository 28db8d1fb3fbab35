using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record ServiceNavigation : Component
{
    public string? ServiceName { get; init; }

    public string? ServiceUrl { get; init; }

    public IReadOnlyList<NavigationItem?> Navigation { get; init; } = [];

    public string? AriaLabel { get; init; }

    public string? NavigationLabel { get; init; }

    public string? NavigationId { get; init; }

    public string? NavigationClasses { get; init; }

    public string? MenuButtonText { get; init; }

    public string? MenuButtonLabel { get; init; }

    public bool? CollapseNavigationOnMobile { get; init; }

    public NavigationSlots? Slots { get; init; }

    public override IHtmlContent Render()
    {
        // With a name or anything beside the menu the whole is a landmark of its own; else the menu is landmark enough.
        var isSection = !string.IsNullOrEmpty(ServiceName) || Slots?.Start is not null || Slots?.End?.Content is not null;
        return new Element(isSection ? "section" : "div")
            .Attribute("aria-label", isSection ? AriaLabel ?? "Service information" : null)
            .Class("govuk-service-navigation", Classes)
            .Attribute("data-module", "govuk-service-navigation")
            .With(Attributes)
            .Add(
                new Element("div")
                    .Class("govuk-width-container", Slots?.End?.Align == "inline" ? "govuk-service-navigation__inlining-container" : null)
                    .Add(Slots?.Start)
                    .Add(new Element("div").Class("govuk-service-navigation__container").Add(Name()).Add(Menu()))
                    .Add(Slots?.End?.Content)
            );
    }

    private Element? Name() =>
        string.IsNullOrEmpty(ServiceName)
            ? null
            : new Element("span")
                .Class("govuk-service-navigation__service-name")
                .Add(
                    string.IsNullOrEmpty(ServiceUrl)
                        ? new Element("span").Class("govuk-service-navigation__text").Text(ServiceName)
                        : new Element("a").Attribute("href", ServiceUrl).Class("govuk-service-navigation__link").Text(ServiceName)
                );

    private Element? Menu()
    {
        var items = Navigation.OfType<NavigationItem>().ToList();
        if (items.Count == 0 && Slots?.NavigationStart is null && Slots?.NavigationEnd is null)
        {
            return null;
        }

        var text = MenuButtonText.OrElse("Menu");
        var id = NavigationId.OrElse("navigation");
        var menu = new Element("nav")
            .Attribute("aria-label", NavigationLabel.OrElse(text))
            .Class("govuk-service-navigation__wrapper", NavigationClasses);
        if (CollapseNavigationOnMobile ?? items.Count > 1)
        {
            menu.Add(
                new Element("button")
                    .Attribute("type", "button")
                    .Class("govuk-service-navigation__toggle", "govuk-js-service-navigation-toggle")
                    .Attribute("aria-controls", id)
                    .AttributeIfAny("aria-label", MenuButtonLabel == text ? null : MenuButtonLabel)
                    .Flag("hidden", true)
                    .Attribute("aria-hidden", "true")
                    .Text(text)
            );
        }

        return menu.Add(
            new Element("ul")
                .Class("govuk-service-navigation__list")
                .Attribute("id", id)
                .Add(Slots?.NavigationStart)
                .Add(items.Select(item => item.Render()))
                .Add(Slots?.NavigationEnd)
        );
    }
}
