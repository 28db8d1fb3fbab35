using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record Panel : Component
{
    public Content? Title { get; init; }

    public Content? Content { get; init; }

    public int HeadingLevel { get; init; } = 1;

    /// <summary>Shown on an interruption panel only.</summary>
    public PanelActions? Actions { get; init; }

    public override IHtmlContent Render()
    {
        var interruption = Classes?.Contains("govuk-panel--interruption", StringComparison.Ordinal) ?? false;
        return new Element("div")
            .Class("govuk-panel", interruption ? null : "govuk-panel--confirmation", Classes)
            .With(Attributes)
            .Add(new Element(Words.Heading(HeadingLevel)).Class("govuk-panel__title").Add(Title))
            .Add(Content is null ? null : new Element("div").Class("govuk-panel__body").Add(Content))
            .Add(interruption ? Actions?.Render() : null);
    }
}
