using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record Input : LabelledField
{
    public string? Type { get; init; }

    public string? Value { get; init; }

    public string? Inputmode { get; init; }

    public string? Autocomplete { get; init; }

    public string? Autocapitalize { get; init; }

    public string? Pattern { get; init; }

    public bool? Spellcheck { get; init; }

    public Affix? Prefix { get; init; }

    public Affix? Suffix { get; init; }

    public InputWrapper? InputWrapper { get; init; }

    public override IHtmlContent Render()
    {
        var input = new Element("input")
            .Class("govuk-input", Classes, ErrorMessage is null ? null : "govuk-input--error")
            .Attribute("id", ControlId)
            .Attribute("name", Name ?? "")
            .Attribute("type", Type.OrElse("text"))
            .Attribute("spellcheck", Words.TrueOrFalse(Spellcheck))
            .Attribute("value", Value)
            .Flag("disabled", Disabled)
            .Attribute("aria-describedby", Description)
            .Attribute("autocomplete", Autocomplete)
            .Attribute("autocapitalize", Autocapitalize)
            .Attribute("pattern", Pattern)
            .Attribute("inputmode", Inputmode)
            .With(Attributes);
        if (Prefix?.Content is null && Suffix?.Content is null && FormGroup?.BeforeInput is null && FormGroup?.AfterInput is null)
        {
            return Group(input);
        }

        var wrapper = new Element("div")
            .Class("govuk-input__wrapper", InputWrapper?.Classes)
            .With(InputWrapper?.Attributes)
            .Add(FormGroup?.BeforeInput)
            .Add(Prefix?.Render("govuk-input__prefix"))
            .Add(input)
            .Add(Suffix?.Render("govuk-input__suffix"))
            .Add(FormGroup?.AfterInput);
        return (this with { FormGroup = FormGroup is null ? null : FormGroup with { BeforeInput = null, AfterInput = null } }).Group(
            wrapper
        );
    }
}
