using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record Details : Component
{
    public string? Id { get; init; }

    public Content? Summary { get; init; }

    public Content? Content { get; init; }

    public bool Open { get; init; }

    public override IHtmlContent Render() =>
        new Element("details")
            .AttributeIfAny("id", Id)
            .Class("govuk-details", Classes)
            .With(Attributes)
            .Flag("open", Open)
            .Add(
                new Element("summary")
                    .Class("govuk-details__summary")
                    .Add(new Element("span").Class("govuk-details__summary-text").Add(Summary))
            )
            .Add(new Element("div").Class("govuk-details__text").Add(Content));
}
