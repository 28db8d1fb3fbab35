using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record Textarea : LabelledField
{
    public string? Value { get; init; }

    public int? Rows { get; init; }

    public bool? Spellcheck { get; init; }

    public string? Autocomplete { get; init; }

    public override IHtmlContent Render() =>
        Group(
            new Element("textarea")
                .Class("govuk-textarea", ErrorMessage is null ? null : "govuk-textarea--error", Classes)
                .Attribute("id", ControlId)
                .Attribute("name", Name ?? "")
                .Attribute("rows", Words.Number(Rows is null or 0 ? 5 : Rows))
                .Attribute("spellcheck", Words.TrueOrFalse(Spellcheck))
                .Flag("disabled", Disabled)
                .Attribute("aria-describedby", Description)
                .AttributeIfAny("autocomplete", Autocomplete)
                .With(Attributes)
                .Text(Value)
        );
}
