using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record NotificationBanner : Component
{
    public Content? Title { get; init; }

    public Content? Content { get; init; }

    public int TitleHeadingLevel { get; init; } = 2;

    public string? TitleId { get; init; }

    /// <summary>"success" announces itself at once; anything else is a landmark to come to.</summary>
    public string? Type { get; init; }

    public string? Role { get; init; }

    public bool? DisableAutoFocus { get; init; }

    public override IHtmlContent Render()
    {
        var success = Type == "success";
        var titleId = TitleId.OrElse("govuk-notification-banner-title");
        return new Element("div")
            .Class("govuk-notification-banner", success ? "govuk-notification-banner--success" : null, Classes)
            .Attribute("role", Role.OrElse(success ? "alert" : "region"))
            .Attribute("aria-labelledby", titleId)
            .Attribute("data-module", "govuk-notification-banner")
            .Attribute("data-disable-auto-focus", Words.TrueOrFalse(DisableAutoFocus))
            .With(Attributes)
            .Add(
                new Element("div")
                    .Class("govuk-notification-banner__header")
                    .Add(
                        new Element(Words.Heading(TitleHeadingLevel))
                            .Class("govuk-notification-banner__title")
                            .Attribute("id", titleId)
                            .Add(Title ?? (success ? "Success" : "Important"))
                    )
            )
            .Add(
                new Element("div")
                    .Class("govuk-notification-banner__content")
                    .Add(Content is { IsText: true } ? new Element("p").Class("govuk-notification-banner__heading").Add(Content) : Content)
            );
    }
}
