using System.Text.Encodings.Web;
using Comity.GovUk.Components;
using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.GovUk.Tags;

/// <summary>
/// The summary stands above the form, but what it has to say, and in which order, is known only when the form below it has been rendered.
/// So it is worked out when the buffered page is written, not when the tag is met.
/// </summary>
internal sealed class ErrorsOfPage(ViewContext view, string title, string? description, string? classes) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var errors = InOrder();
        if (errors.Count > 0)
        {
            new ErrorSummary
            {
                Title = title,
                Description = description,
                Classes = classes,
                ErrorList = errors,
            }
                .Render()
                .WriteTo(writer, encoder);
        }
    }

    private List<ErrorSummaryItem> InOrder()
    {
        var fields = PageFields.Of(view.HttpContext).InOrder;
        var shown = fields.Select(field => field.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var ofFields = fields
            .DistinctBy(field => field.Name, StringComparer.OrdinalIgnoreCase)
            .SelectMany(field => Messages(field).Select(message => Item(message, "#" + field.ControlId)));

        // An error of the whole form comes first; one whose field is not on the page comes last, and neither has a control to link to.
        var others = view
            .ModelState.Where(entry => !shown.Contains(entry.Key) && entry.Value is not null)
            .OrderBy(entry => entry.Key.Length > 0)
            .ToLookup(entry => entry.Key.Length > 0, entry => ModelErrors.Of(entry.Value!).Select(message => Item(message, null)).ToList());
        return [.. others[false].SelectMany(each => each), .. ofFields, .. others[true].SelectMany(each => each)];
    }

    private IEnumerable<string> Messages(PageField field) =>
        string.IsNullOrEmpty(field.Message) ? ModelErrors.Of(view.ModelState, field.Name) : [field.Message];

    private static ErrorSummaryItem Item(string message, string? href) => new() { Content = Content.Text(message), Href = href };
}
