using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record Pagination : Component
{
    private const string PreviousArrow =
        "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z";

    private const string NextArrow =
        "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z";

    private static readonly PaginationItem Nothing = new();

    public PaginationLink? Previous { get; init; }

    public PaginationLink? Next { get; init; }

    public IReadOnlyList<PaginationItem?>? Items { get; init; }

    public string? LandmarkLabel { get; init; }

    /// <summary>Without page numbers the two links stand above each other and say where they lead.</summary>
    private bool IsBlock => Items is null && (Next is not null || Previous is not null);

    public override IHtmlContent Render() =>
        new Element("nav")
            .Class("govuk-pagination", IsBlock ? "govuk-pagination--block" : null, Classes)
            .Attribute("aria-label", LandmarkLabel.OrElse("Pagination"))
            .With(Attributes)
            .Add(Arrow(Previous, "prev", "Previous", PreviousArrow))
            .Add(
                Items is null
                    ? null
                    : new Element("ul")
                        .Class("govuk-pagination__list")
                        .Add(Items.OfType<PaginationItem>().Where(item => item != Nothing).Select(Page))
            )
            .Add(Arrow(Next, "next", "Next", NextArrow));

    private Element? Arrow(PaginationLink? link, string direction, string word, string path)
    {
        if (string.IsNullOrEmpty(link?.Href))
        {
            return null;
        }

        var icon = new Element("svg")
            .Class("govuk-pagination__icon", "govuk-pagination__icon--" + direction)
            .Attribute("xmlns", "http://www.w3.org/2000/svg")
            .Attribute("height", "13")
            .Attribute("width", "15")
            .Attribute("aria-hidden", "true")
            .Attribute("focusable", "false")
            .Attribute("viewBox", "0 0 15 13")
            .Add(new Element("path").Attribute("d", path));
        var labelled = !string.IsNullOrEmpty(link.LabelText);
        var title = new Element("span").Class(
            "govuk-pagination__link-title",
            IsBlock && !labelled ? "govuk-pagination__link-title--decorated" : null
        );
        if (link.Content is null)
        {
            title.Text(word).Add(new Element("span").Class("govuk-visually-hidden").Text(" page"));
        }
        else
        {
            title.Add(link.Content);
        }

        var iconFirst = IsBlock || direction == "prev";
        var anchor = new Element("a")
            .Class("govuk-link", "govuk-pagination__link")
            .Attribute("href", link.Href)
            .Attribute("rel", direction)
            .With(link.Attributes)
            .Add(iconFirst ? icon : null)
            .Text(" ")
            .Add(title);
        if (labelled && IsBlock)
        {
            anchor
                .Text(" ")
                .Add(new Element("span").Class("govuk-visually-hidden").Text(":"))
                .Text(" ")
                .Add(new Element("span").Class("govuk-pagination__link-label").Text(link.LabelText));
        }

        return new Element("div").Class("govuk-pagination__" + direction).Add(anchor.Add(iconFirst ? null : icon));
    }

    private static Element Page(PaginationItem item)
    {
        var line = new Element("li").Class(
            "govuk-pagination__item",
            item.Current ? "govuk-pagination__item--current" : null,
            item.Ellipsis ? "govuk-pagination__item--ellipsis" : null
        );
        return item.Ellipsis
            ? line.Text("⋯")
            : line.Add(
                new Element("a")
                    .Class("govuk-link", "govuk-pagination__link")
                    .Attribute("href", item.Href ?? "")
                    .Attribute("aria-label", item.VisuallyHiddenText ?? "Page " + item.Number)
                    .Attribute("aria-current", item.Current ? "page" : null)
                    .With(item.Attributes)
                    .Text(item.Number)
            );
    }
}
