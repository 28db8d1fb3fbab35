using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record InsetText : Component
{
    public string? Id { get; init; }

    public Content? Content { get; init; }

    public override IHtmlContent Render() =>
        new Element("div").AttributeIfAny("id", Id).Class("govuk-inset-text", Classes).With(Attributes).Add(Content);
}
