using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Markup;

/// <summary>Pieces of content side by side, without an element around them.</summary>
public sealed class Fragment : IHtmlContent
{
    private readonly List<IHtmlContent> pieces = [];

    public Fragment Add(IHtmlContent? piece)
    {
        if (piece is not null)
        {
            pieces.Add(piece);
        }

        return this;
    }

    public Fragment Text(string? text) => Add(Content.Text(text));

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var piece in pieces)
        {
            piece.WriteTo(writer, encoder);
        }
    }
}
