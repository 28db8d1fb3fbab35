using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

/// <summary>
/// The footer without the crown and without the crown copyright line: both are for services on GOV.UK only. The licence of the content is
/// shown only where the organisation states one.
/// </summary>
public sealed record Footer : Component
{
    public IReadOnlyList<FooterNavigation> Navigation { get; init; } = [];

    public FooterMeta? Meta { get; init; }

    public Content? ContentLicence { get; init; }

    public string? ContainerClasses { get; init; }

    public override IHtmlContent Render()
    {
        var container = new Element("div").Class("govuk-width-container", ContainerClasses);
        if (Navigation.Count > 0)
        {
            container
                .Add(new Element("div").Class("govuk-footer__navigation").Add(Navigation.Select(section => section.Render())))
                .Add(new Element("hr").Class("govuk-footer__section-break"));
        }

        var grow = new Element("div").Class("govuk-footer__meta-item", "govuk-footer__meta-item--grow").Add(Meta?.Render());
        if (ContentLicence is not null)
        {
            grow.Add(new Element("span").Class("govuk-footer__licence-description").Add(ContentLicence));
        }

        return new Element("div")
            .Class("govuk-footer", Classes)
            .With(Attributes)
            .Add(container.Add(new Element("div").Class("govuk-footer__meta").Add(grow)));
    }
}
