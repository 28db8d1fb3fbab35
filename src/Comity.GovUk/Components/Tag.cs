using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record Tag : Component
{
    public Content? Content { get; init; }

    public override IHtmlContent Render() => new Element("strong").Class("govuk-tag", Classes).With(Attributes).Add(Content);
}
