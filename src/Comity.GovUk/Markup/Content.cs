using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Markup;

/// <summary>What stands inside a component: text, which is encoded when written, or markup that another encoder has already made safe.</summary>
public sealed class Content : IHtmlContent
{
    private readonly string? text;
    private readonly IHtmlContent? markup;

    private Content(string? text, IHtmlContent? markup)
    {
        this.text = text;
        this.markup = markup;
    }

    /// <summary>Some components wrap bare text (in a paragraph, say) but leave markup alone.</summary>
    public bool IsText => markup is null;

    /// <summary>Text, or nothing at all when there is none: an empty label must not leave an empty element.</summary>
    public static Content? Text(string? text) => string.IsNullOrEmpty(text) ? null : new Content(text, null);

    public static Content Markup(IHtmlContent markup) => new(null, markup);

    public static implicit operator Content?(string? text) => Text(text);

    public static Content? FromString(string? text) => Text(text);

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (markup is not null)
        {
            markup.WriteTo(writer, encoder);
        }
        else
        {
            encoder.Encode(writer, text!);
        }
    }
}
