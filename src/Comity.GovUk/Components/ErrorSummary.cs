using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record ErrorSummary : Component
{
    public Content? Title { get; init; }

    public Content? Description { get; init; }

    public IReadOnlyList<ErrorSummaryItem> ErrorList { get; init; } = [];

    public bool? DisableAutoFocus { get; init; }

    public override IHtmlContent Render() =>
        new Element("div")
            .Class("govuk-error-summary", Classes)
            .Attribute("data-disable-auto-focus", Words.TrueOrFalse(DisableAutoFocus))
            .With(Attributes)
            .Attribute("data-module", "govuk-error-summary")
            .Add(
                // The alert is a child of the element that takes the focus: on one element a screen reader may lose one of the two.
                new Element("div")
                    .Attribute("role", "alert")
                    .Add(new Element("h2").Class("govuk-error-summary__title").Add(Title))
                    .Add(
                        new Element("div")
                            .Class("govuk-error-summary__body")
                            .Add(Description is null ? null : new Element("p").Add(Description))
                            .Add(
                                ErrorList.Count == 0
                                    ? null
                                    : new Element("ul").Class("govuk-list", "govuk-error-summary__list").Add(ErrorList.Select(Line))
                            )
                    )
            );

    private static Element Line(ErrorSummaryItem item) =>
        new Element("li").Add(
            string.IsNullOrEmpty(item.Href)
                ? item.Content
                : new Element("a").Attribute("href", item.Href).With(item.Attributes).Add(item.Content)
        );
}
