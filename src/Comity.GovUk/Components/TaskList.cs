using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record TaskList : Component
{
    public string? IdPrefix { get; init; }

    public IReadOnlyList<TaskItem?> Items { get; init; } = [];

    public override IHtmlContent Render() =>
        new Element("ul")
            .Class("govuk-task-list", Classes)
            .With(Attributes)
            .Add(
                Items
                    .Select((item, index) => (item, index))
                    .Where(each => each.item is not null)
                    .Select(each => Line(each.item!, $"{IdPrefix.OrElse("task-list")}-{Words.Number(each.index + 1)}"))
            );

    private static Element Line(TaskItem item, string id)
    {
        var isLink = !string.IsNullOrEmpty(item.Href);
        var name = new Element("div").Class("govuk-task-list__name-and-hint");
        name.Add(
            isLink
                ? new Element("a")
                    .Class("govuk-link", "govuk-task-list__link", item.Title?.Classes)
                    .Attribute("href", item.Href)
                    .Attribute("aria-describedby", $"{(item.Hint is null ? "" : id + "-hint ")}{id}-status")
                    .Add(item.Title?.Content)
                : new Element("div").Class(item.Title?.Classes).Add(item.Title?.Content)
        );
        if (item.Hint is not null)
        {
            name.Add(new Element("div").Attribute("id", id + "-hint").Class("govuk-task-list__hint").Add(item.Hint.Content));
        }

        return new Element("li")
            .Class("govuk-task-list__item", isLink ? "govuk-task-list__item--with-link" : null, item.Classes)
            .Add(name)
            .Add(
                new Element("div")
                    .Class("govuk-task-list__status", item.Status?.Classes)
                    .Attribute("id", id + "-status")
                    .Add(item.Status?.Tag?.Render() ?? item.Status?.Content)
            );
    }
}
