using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record Breadcrumbs : Component
{
    public IReadOnlyList<Breadcrumb> Items { get; init; } = [];

    public bool CollapseOnMobile { get; init; }

    public string? LabelText { get; init; }

    public override IHtmlContent Render() =>
        new Element("nav")
            .Class("govuk-breadcrumbs", Classes, CollapseOnMobile ? "govuk-breadcrumbs--collapse-on-mobile" : null)
            .With(Attributes)
            .Attribute("aria-label", LabelText ?? "Breadcrumb")
            .Add(new Element("ol").Class("govuk-breadcrumbs__list").Add(Items.Select(Crumb)));

    private static Element Crumb(Breadcrumb item)
    {
        var line = new Element("li").Class("govuk-breadcrumbs__list-item");
        return string.IsNullOrEmpty(item.Href)
            ? line.Attribute("aria-current", "page").Add(item.Content)
            : line.Add(
                new Element("a").Class("govuk-breadcrumbs__link").Attribute("href", item.Href).With(item.Attributes).Add(item.Content)
            );
    }
}
