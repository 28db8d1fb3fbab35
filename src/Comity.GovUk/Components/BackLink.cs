using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record BackLink : Component
{
    public string? Href { get; init; }

    public Content? Content { get; init; }

    public override IHtmlContent Render() =>
        new Element("a").Attribute("href", Href.OrElse("#")).Class("govuk-back-link", Classes).With(Attributes).Add(Content ?? "Back");
}
