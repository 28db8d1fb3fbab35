using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record SkipLink : Component
{
    public string? Href { get; init; }

    public Content? Content { get; init; }

    public override IHtmlContent Render() =>
        new Element("a")
            .Attribute("href", Href.OrElse("#content"))
            .Class("govuk-skip-link", Classes)
            .With(Attributes)
            .Attribute("data-module", "govuk-skip-link")
            .Add(Content);
}
