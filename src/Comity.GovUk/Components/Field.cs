using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

/// <summary>A form control with its hint and error message, tied together by ids for assistive technology.</summary>
public abstract record Field : Component
{
    public string? Name { get; init; }

    public string? DescribedBy { get; init; }

    public Hint? Hint { get; init; }

    public ErrorMessage? ErrorMessage { get; init; }

    public FormGroup? FormGroup { get; init; }

    protected Element StartGroup() =>
        new Element("div")
            .Class("govuk-form-group", ErrorMessage is null ? null : "govuk-form-group--error", FormGroup?.Classes)
            .With(FormGroup?.Attributes);

    protected Fragment HintAndError(string id) =>
        new Fragment()
            .Add(Hint is null ? null : (Hint with { Id = HintId(id) }).Render())
            .Add(ErrorMessage is null ? null : (ErrorMessage with { Id = ErrorId(id) }).Render());

    protected string? DescriptionOf(string id, string? first)
    {
        var ids = string.Join(
            ' ',
            new[] { first, Hint is null ? null : HintId(id), ErrorMessage is null ? null : ErrorId(id) }.Where(each =>
                !string.IsNullOrEmpty(each)
            )
        );
        return ids.Length == 0 ? null : ids;
    }

    protected static IHtmlContent InFieldset(Fieldset? fieldset, string? describedBy, IHtmlContent inner) =>
        fieldset is null ? inner : (fieldset with { DescribedBy = describedBy, Content = Content.Markup(inner) }).Render();

    private static string HintId(string id) => id + "-hint";

    private static string ErrorId(string id) => id + "-error";
}
