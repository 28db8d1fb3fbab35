using System.Collections;
using System.Globalization;
using Comity.GovUk.Components;
using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

/// <summary>A tag for a form field. With <c>for</c> it takes name, value and error from the model; what was typed wins over what is stored.</summary>
public abstract class FieldTag : ComponentTag
{
    [HtmlAttributeName("for")]
    public ModelExpression? For { get; set; }

    [HtmlAttributeName("name")]
    public string? Name { get; set; }

    [HtmlAttributeName("id")]
    public string? Id { get; set; }

    [HtmlAttributeName("hint")]
    public string? Hint { get; set; }

    [HtmlAttributeName("error-message")]
    public string? ErrorMessage { get; set; }

    [HtmlAttributeName("described-by")]
    public string? DescribedBy { get; set; }

    [HtmlAttributeName("form-group-class")]
    public string? FormGroupClasses { get; set; }

    protected string FieldName =>
        Name
        ?? (
            For is null
                ? throw new InvalidOperationException($"A {GetType().Name} needs a `for` or a `name`.")
                : ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name)
        );

    protected string FieldId => Id ?? TagBuilder.CreateSanitizedId(FieldName, "_");

    protected FormGroup? FormGroup => string.IsNullOrEmpty(FormGroupClasses) ? null : new FormGroup { Classes = FormGroupClasses };

    /// <summary>Takes the field's place in the order of the page and opens it for the parts inside it.</summary>
    protected FieldParts Begin(TagHelperContext context, string? controlId = null)
    {
        PageFields.Of(ViewContext.HttpContext).Add(new PageField(FieldName, controlId ?? FieldId, ErrorMessage));
        return Collected.Begin<FieldParts>(context);
    }

    protected Hint? HintOf(FieldParts parts) => parts.Hint ?? (string.IsNullOrEmpty(Hint) ? null : new Hint { Content = Hint });

    protected ErrorMessage? ErrorOf(FieldParts parts)
    {
        if (parts.ErrorMessage is not null)
        {
            return parts.ErrorMessage;
        }

        var messages = string.IsNullOrEmpty(ErrorMessage) ? ModelErrors.Of(ViewContext.ModelState, FieldName) : [ErrorMessage];
        if (messages.Count == 0)
        {
            return null;
        }

        var lines = new Fragment();
        for (var i = 0; i < messages.Count; i++)
        {
            lines.Add(i == 0 ? null : new Element("br")).Text(messages[i]);
        }

        return new ErrorMessage { Content = Content.Markup(lines) };
    }

    protected string? CurrentValue(string? given) => given ?? (CurrentValues() is [var first, ..] ? first : null);

    /// <summary>What was sent, as it was sent, even where it could not be read; else what the model holds.</summary>
    protected IReadOnlyList<string> CurrentValues()
    {
        if (ViewContext.ModelState.TryGetValue(FieldName, out var entry) && entry.RawValue is not null)
        {
            return entry.RawValue is IEnumerable<string?> many
                ? [.. many.OfType<string>()]
                : [Convert.ToString(entry.RawValue, CultureInfo.InvariantCulture) ?? ""];
        }

        return For?.Model switch
        {
            null => [],
            string text => [text],
            IEnumerable items => [.. items.Cast<object?>().Where(each => each is not null).Select(each => Written(each!))],
            var value => [Written(value)],
        };
    }

    private static string Written(object value) =>
        value switch
        {
            bool truth => truth ? "true" : "false",
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
