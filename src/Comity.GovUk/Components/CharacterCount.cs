using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

/// <summary>A textarea that says how much room is left. Without JavaScript the limit stands below it as text.</summary>
public sealed record CharacterCount : LabelledField
{
    public string? Value { get; init; }

    public int? Rows { get; init; }

    public bool? Spellcheck { get; init; }

    public int? Maxlength { get; init; }

    public int? Maxwords { get; init; }

    /// <summary>Per cent of the limit at which the count appears.</summary>
    public int? Threshold { get; init; }

    public string? CountType { get; init; }

    public CountMessage? CountMessage { get; init; }

    public string? TextareaDescriptionText { get; init; }

    public IReadOnlyDictionary<string, string>? CharactersUnderLimitText { get; init; }

    public string? CharactersAtLimitText { get; init; }

    public IReadOnlyDictionary<string, string>? CharactersOverLimitText { get; init; }

    public IReadOnlyDictionary<string, string>? WordsUnderLimitText { get; init; }

    public string? WordsAtLimitText { get; init; }

    public IReadOnlyDictionary<string, string>? WordsOverLimitText { get; init; }

    public override IHtmlContent Render()
    {
        var limit = Maxwords is > 0 ? Maxwords : Maxlength;
        var unit = string.IsNullOrEmpty(CountType) ? (Maxwords is > 0 ? "words" : null) : CountType;
        var description = TextareaDescriptionText.OrElse($"You can enter up to %{{count}} {(unit == "words" ? "words" : "characters")}");
        var attributes = new Dictionary<string, string?> { ["data-module"] = "govuk-character-count" };
        Put(attributes, "data-maxlength", Words.Number(Maxlength));
        Put(attributes, "data-maxwords", Words.Number(Maxwords));
        Put(attributes, "data-threshold", Words.Number(Threshold));
        Put(attributes, "data-count-type", unit);
        if (limit is null)
        {
            Translations.Add(attributes, "textarea-description.other", TextareaDescriptionText);
        }

        Translations.Add(attributes, "characters-under-limit", CharactersUnderLimitText);
        Translations.Add(attributes, "characters-at-limit", CharactersAtLimitText);
        Translations.Add(attributes, "characters-over-limit", CharactersOverLimitText);
        Translations.Add(attributes, "words-under-limit", WordsUnderLimitText);
        Translations.Add(attributes, "words-at-limit", WordsAtLimitText);
        Translations.Add(attributes, "words-over-limit", WordsOverLimitText);
        foreach (var (name, value) in FormGroup?.Attributes ?? new Dictionary<string, string?>())
        {
            attributes[name] = value;
        }

        var message = new Hint
        {
            Id = ControlId + "-info",
            Classes = $"govuk-character-count__message {CountMessage?.Classes}",
            Content = limit is null ? null : description.Replace("%{count}", Words.Number(limit), StringComparison.Ordinal),
        };
        return new Textarea
        {
            Id = ControlId,
            Name = Name,
            DescribedBy = ControlId + "-info",
            Rows = Rows,
            Spellcheck = Spellcheck,
            Value = Value,
            Disabled = Disabled,
            FormGroup = new FormGroup
            {
                Classes = $"govuk-character-count {FormGroup?.Classes}",
                Attributes = attributes,
                BeforeInput = FormGroup?.BeforeInput,
                AfterInput = Content.Markup(new Fragment().Add(message.Render()).Add(FormGroup?.AfterInput)),
            },
            Classes = $"govuk-js-character-count {Classes}",
            Label = Label,
            Hint = Hint,
            ErrorMessage = ErrorMessage,
            Attributes = Attributes,
        }.Render();
    }

    private static void Put(Dictionary<string, string?> attributes, string name, string? value)
    {
        if (value is not null)
        {
            attributes[name] = value;
        }
    }
}
