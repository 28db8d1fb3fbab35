using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record FooterMeta
{
    public string? VisuallyHiddenTitle { get; init; }

    public IReadOnlyList<FooterLink> Items { get; init; } = [];

    public Content? Content { get; init; }

    internal IHtmlContent Render()
    {
        var meta = new Fragment().Add(new Element("h2").Class("govuk-visually-hidden").Text(VisuallyHiddenTitle.OrElse("Support links")));
        if (Items.Count > 0)
        {
            meta.Add(
                new Element("ul")
                    .Class("govuk-footer__inline-list")
                    .Add(Items.Select(link => new Element("li").Class("govuk-footer__inline-list-item").Add(link.Render())))
            );
        }

        return meta.Add(Content is null ? null : new Element("div").Class("govuk-footer__meta-custom").Add(Content));
    }
}
