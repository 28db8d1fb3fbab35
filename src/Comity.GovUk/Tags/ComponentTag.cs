using System.Net;
using System.Text.Encodings.Web;
using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

/// <summary>A tag of a page that becomes a component. Attributes it does not know are handed on to the component's element.</summary>
public abstract class ComponentTag : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    [HtmlAttributeName("class")]
    public string? Classes { get; set; }

    protected static void Put(TagHelperOutput output, IHtmlContent? content)
    {
        output.TagName = null;
        if (content is null)
        {
            output.SuppressOutput();
        }
        else
        {
            output.Content.SetHtmlContent(content);
        }
    }

    /// <summary>What stands between the tags, or nothing where there is only white space.</summary>
    protected static async Task<Content?> Inside(TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        return content.IsEmptyOrWhiteSpace ? null : Content.Markup(content);
    }

    protected static Dictionary<string, string?> Rest(TagHelperOutput output) =>
        output.Attributes.ToDictionary(each => each.Name, each => Plain(each), StringComparer.OrdinalIgnoreCase);

    /// <summary>Razor hands on attributes as they stand in the source, that is encoded; the component encodes them again when written.</summary>
    private static string? Plain(TagHelperAttribute attribute)
    {
        if (attribute.ValueStyle == HtmlAttributeValueStyle.Minimized)
        {
            return "";
        }

        if (attribute.Value is not IHtmlContent content)
        {
            return Convert.ToString(attribute.Value, System.Globalization.CultureInfo.InvariantCulture);
        }

        using var written = new StringWriter();
        content.WriteTo(written, HtmlEncoder.Default);
        return WebUtility.HtmlDecode(written.ToString());
    }
}
