using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

/// <summary>The header for services that are not on GOV.UK: the organisation's own name or logo, and no crown.</summary>
public sealed record GenericHeader : Component
{
    public Content? Logo { get; init; }

    public string? Url { get; init; }

    public string? ContainerClasses { get; init; }

    public override IHtmlContent Render() =>
        new Element("div")
            .Class("govuk-generic-header", Classes)
            .With(Attributes)
            .Add(
                new Element("div")
                    .Class("govuk-generic-header__container", ContainerClasses.OrElse("govuk-width-container"))
                    .Add(
                        new Element("div")
                            .Class("govuk-generic-header__logo")
                            .Add(new Element("a").Attribute("href", Url.OrElse("/")).Class("govuk-generic-header__homepage-link").Add(Logo))
                    )
            );
}
