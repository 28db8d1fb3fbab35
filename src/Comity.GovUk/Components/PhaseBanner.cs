using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record PhaseBanner : Component
{
    public Tag? Tag { get; init; }

    public Content? Content { get; init; }

    public override IHtmlContent Render() =>
        new Element("div")
            .Class("govuk-phase-banner", "govuk-width-container", Classes)
            .With(Attributes)
            .Add(
                new Element("p")
                    .Class("govuk-phase-banner__content")
                    .Add(new Tag { Content = Tag?.Content, Classes = $"govuk-phase-banner__content__tag {Tag?.Classes}" }.Render())
                    .Text(" ")
                    .Add(new Element("span").Class("govuk-phase-banner__text").Add(Content))
            );
}
