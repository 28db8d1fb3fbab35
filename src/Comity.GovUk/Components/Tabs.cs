using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

/// <summary>Panels behind tabs; without JavaScript the tabs are links to panels that all stand below each other.</summary>
public sealed record Tabs : Component
{
    public string? Id { get; init; }

    public string? IdPrefix { get; init; }

    public string? Title { get; init; }

    public IReadOnlyList<TabItem?> Items { get; init; } = [];

    public override IHtmlContent Render()
    {
        var tabs = new Element("div")
            .AttributeIfAny("id", Id)
            .Class("govuk-tabs", Classes)
            .With(Attributes)
            .Attribute("data-module", "govuk-tabs")
            .Add(new Element("h2").Class("govuk-tabs__title").Text(Title ?? "Contents"));
        var items = Items
            .Select((item, index) => (Item: item, Position: index + 1))
            .Where(each => each.Item is not null)
            .Select(each => (Item: each.Item!, each.Position, Id: each.Item!.Id.OrElse($"{IdPrefix}-{Words.Number(each.Position)}")))
            .ToList();
        return items.Count == 0
            ? tabs
            : tabs.Add(new Element("ul").Class("govuk-tabs__list").Add(items.Select(each => Tab(each.Item, each.Position == 1, each.Id))))
                .Add(items.Select(each => each.Item.Panel.Render(each.Id, each.Position == 1)));
    }

    private static Element Tab(TabItem item, bool first, string id) =>
        new Element("li")
            .Class("govuk-tabs__list-item", first ? "govuk-tabs__list-item--selected" : null)
            .Add(new Element("a").Class("govuk-tabs__tab").Attribute("href", "#" + id).With(item.Attributes).Text(item.Label));
}
