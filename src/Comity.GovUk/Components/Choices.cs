using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

/// <summary>What radios and checkboxes share: a list of options, some of which reveal more questions when chosen.</summary>
public abstract record Choices : Field
{
    public string? IdPrefix { get; init; }

    public Fieldset? Fieldset { get; init; }

    internal string Prefix => IdPrefix.OrElse(Name ?? "");

    /// <summary>The first option's id carries no number, so that the error summary can link to it by the field's own id.</summary>
    internal string IdOf(ChoiceItem item, int position) => item.Id.OrElse(position == 1 ? Prefix : Prefix + "-" + Words.Number(position));

    internal Element Group(string kind, string? described, IEnumerable<IHtmlContent> options)
    {
        var inner = new Fragment()
            .Add(HintAndError(Prefix))
            .Add(
                new Element("div").Class($"govuk-{kind}", Classes).With(Attributes).Attribute("data-module", $"govuk-{kind}").Add(options)
            );
        return StartGroup().Add(InFieldset(Fieldset, described, inner));
    }

    internal static IHtmlContent Option(string kind, ChoiceItem item, string id, bool isChecked, Element input) =>
        new Fragment()
            .Add(
                new Element("div")
                    .Class($"govuk-{kind}__item")
                    .Add(input)
                    .Add(
                        new Label
                        {
                            Content = item.Content,
                            Classes = $"govuk-{kind}__label {item.Label?.Classes}",
                            Attributes = item.Label?.Attributes,
                            For = id,
                        }.Render()
                    )
                    .Add(
                        item.Hint?.Content is null
                            ? null
                            : (item.Hint with { Id = id + "-item-hint", Classes = $"govuk-{kind}__hint {item.Hint.Classes}" }).Render()
                    )
            )
            .Add(
                // The script hides this while its option is not chosen; the style sheet does so only where that script can run.
                item.Conditional
                    is null
                    ? null
                    : new Element("div")
                        .Class($"govuk-{kind}__conditional", isChecked ? null : $"govuk-{kind}__conditional--hidden")
                        .Attribute("id", "conditional-" + id)
                        .Add(item.Conditional)
            );

    internal static Element Divider(string kind, string text) => new Element("div").Class($"govuk-{kind}__divider").Text(text);
}
