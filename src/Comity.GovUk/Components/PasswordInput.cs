using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

/// <summary>A password with a button to show it; the button stays hidden unless the script that works it has started.</summary>
public sealed record PasswordInput : LabelledField
{
    public string? Value { get; init; }

    public string? Autocomplete { get; init; }

    public string? ShowPasswordText { get; init; }

    public string? HidePasswordText { get; init; }

    public string? ShowPasswordAriaLabelText { get; init; }

    public string? HidePasswordAriaLabelText { get; init; }

    public string? PasswordShownAnnouncementText { get; init; }

    public string? PasswordHiddenAnnouncementText { get; init; }

    public override IHtmlContent Render()
    {
        var attributes = new Dictionary<string, string?> { ["data-module"] = "govuk-password-input" };
        Translations.Add(attributes, "show-password", ShowPasswordText);
        Translations.Add(attributes, "hide-password", HidePasswordText);
        Translations.Add(attributes, "show-password-aria-label", ShowPasswordAriaLabelText);
        Translations.Add(attributes, "hide-password-aria-label", HidePasswordAriaLabelText);
        Translations.Add(attributes, "password-shown-announcement", PasswordShownAnnouncementText);
        Translations.Add(attributes, "password-hidden-announcement", PasswordHiddenAnnouncementText);
        foreach (var (name, value) in FormGroup?.Attributes ?? new Dictionary<string, string?>())
        {
            attributes[name] = value;
        }

        var toggle = new Element("button")
            .Attribute("type", "button")
            .Class("govuk-button", "govuk-button--secondary", "govuk-password-input__toggle", "govuk-js-password-input-toggle")
            .Attribute("data-module", "govuk-button")
            .Attribute("aria-controls", ControlId)
            .Attribute("aria-label", ShowPasswordAriaLabelText ?? "Show password")
            .Flag("hidden", true)
            .Text(ShowPasswordText ?? "Show");
        return new Input
        {
            FormGroup = new FormGroup
            {
                Classes = $"govuk-password-input {FormGroup?.Classes}",
                Attributes = attributes,
                BeforeInput = FormGroup?.BeforeInput,
                AfterInput = Content.Markup(new Fragment().Add(toggle).Add(FormGroup?.AfterInput)),
            },
            InputWrapper = new InputWrapper { Classes = "govuk-password-input__wrapper" },
            Label = Label,
            Hint = Hint,
            Classes = $"govuk-password-input__input govuk-js-password-input-input {Classes}",
            ErrorMessage = ErrorMessage,
            Id = ControlId,
            Name = Name,
            Type = "password",
            Spellcheck = false,
            Autocapitalize = "none",
            Autocomplete = Autocomplete.OrElse("current-password"),
            Value = Value,
            Disabled = Disabled,
            DescribedBy = DescribedBy,
            Attributes = Attributes,
        }.Render();
    }
}
