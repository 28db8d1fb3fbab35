using Comity.GovUk.Markup;

namespace Comity.GovUk.Components;

public sealed record TabPanel
{
    public Content? Content { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }

    internal Element Render(string id, bool first) =>
        new Element("div")
            .Class("govuk-tabs__panel", first ? null : "govuk-tabs__panel--hidden")
            .Attribute("id", id)
            .With(Attributes)
            .Add(Content is { IsText: true } ? new Element("p").Class("govuk-body").Add(Content) : Content);
}
