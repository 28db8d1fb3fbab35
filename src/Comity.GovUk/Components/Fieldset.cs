using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record Fieldset : Component
{
    public string? Role { get; init; }

    public string? DescribedBy { get; init; }

    public Legend? Legend { get; init; }

    public Content? Content { get; init; }

    public override IHtmlContent Render() =>
        new Element("fieldset")
            .Class("govuk-fieldset", Classes)
            .AttributeIfAny("role", Role)
            .AttributeIfAny("aria-describedby", DescribedBy)
            .With(Attributes)
            .Add(Legend?.Render())
            .Add(Content);
}
