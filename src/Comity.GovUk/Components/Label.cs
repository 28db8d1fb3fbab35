using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record Label : Component
{
    public Content? Content { get; init; }

    public string? For { get; init; }

    /// <summary>A page that asks one question has that question as its only heading.</summary>
    public bool IsPageHeading { get; init; }

    public override IHtmlContent Render()
    {
        if (Content is null)
        {
            return new Fragment();
        }

        var label = new Element("label").Class("govuk-label", Classes).With(Attributes).AttributeIfAny("for", For).Add(Content);
        return IsPageHeading ? new Element("h1").Class("govuk-label-wrapper").Add(label) : label;
    }
}
