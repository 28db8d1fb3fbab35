using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Markup;

/// <summary>Content that was written once, encoded, and is put into one page after another as it stands.</summary>
public sealed class Kept : IHtmlContent
{
    private readonly string text;

    private Kept(string text) => this.text = text;

    public static Kept Of(IHtmlContent content, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var written = new StringWriter();
        content.WriteTo(written, encoder);
        return new Kept(written.ToString());
    }

#pragma warning disable RS0030 // What is written here has been through the encoder.
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(text);
#pragma warning restore RS0030
}
