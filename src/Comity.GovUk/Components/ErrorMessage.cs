using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record ErrorMessage : Component
{
    public string? Id { get; init; }

    public Content? Content { get; init; }

    /// <summary>Read aloud before the message, because colour alone says nothing to a screen reader. Empty for none.</summary>
    public string VisuallyHiddenText { get; init; } = "Error";

    public override IHtmlContent Render()
    {
        var message = new Element("p").AttributeIfAny("id", Id).Class("govuk-error-message", Classes).With(Attributes);
        if (VisuallyHiddenText.Length > 0)
        {
            message.Add(new Element("span").Class("govuk-visually-hidden").Text(VisuallyHiddenText + ":")).Text(" ");
        }

        return message.Add(Content);
    }
}
