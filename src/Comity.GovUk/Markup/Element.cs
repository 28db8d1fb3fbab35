using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Markup;

/// <summary>
/// One HTML element being built. This file is the only place of the library that writes to a page without encoding (<see cref="Kept"/> repeats what
/// was written so), and it writes only names it has checked and its own punctuation: every value and every text goes through the encoder.
/// </summary>
public sealed class Element : IHtmlContent
{
    private readonly string name;
    private readonly List<string> classes = [];
    private readonly List<(string Name, string? Value)> attributes = [];
    private readonly List<IHtmlContent> children = [];

    public Element(string name)
    {
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
        {
            throw new ArgumentException($"`{name}` is not the name of an HTML element", nameof(name));
        }

        this.name = name;
    }

    /// <summary>Adds class names; a null or empty one is left out, so that a condition can stand in the call.</summary>
    public Element Class(params ReadOnlySpan<string?> names)
    {
        foreach (var each in names)
        {
            if (!string.IsNullOrWhiteSpace(each))
            {
                classes.Add(each.Trim());
            }
        }

        return this;
    }

    /// <summary>Sets an attribute; a null value leaves it out.</summary>
    public Element Attribute(string attribute, string? value)
    {
        if (value is not null)
        {
            attributes.Add((Checked(attribute), value));
        }

        return this;
    }

    /// <summary>Sets an attribute unless its value is null or empty.</summary>
    public Element AttributeIfAny(string attribute, string? value) => string.IsNullOrEmpty(value) ? this : Attribute(attribute, value);

    /// <summary>Sets a boolean attribute (its presence is its value).</summary>
    public Element Flag(string attribute, bool? on)
    {
        if (on is true)
        {
            attributes.Add((Checked(attribute), null));
        }

        return this;
    }

    public Element With(IReadOnlyDictionary<string, string?>? more)
    {
        foreach (var (attribute, value) in more ?? new Dictionary<string, string?>())
        {
            attributes.Add((Checked(attribute), value ?? ""));
        }

        return this;
    }

    public Element Add(IHtmlContent? child)
    {
        if (child is not null)
        {
            children.Add(child);
        }

        return this;
    }

    public Element Add(IEnumerable<IHtmlContent> more)
    {
        children.AddRange(more);
        return this;
    }

    /// <summary>Adds text, encoded when it is written.</summary>
    public Element Text(string? text) => Add(Content.Text(text));

#pragma warning disable RS0030 // The one place that writes unencoded; see the summary above.
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write('<');
        writer.Write(name);
        if (classes.Count > 0)
        {
            writer.Write(" class=\"");
            encoder.Encode(writer, string.Join(' ', classes));
            writer.Write('"');
        }

        foreach (var (attribute, value) in attributes)
        {
            writer.Write(' ');
            writer.Write(attribute);
            if (value is not null)
            {
                writer.Write("=\"");
                encoder.Encode(writer, value);
                writer.Write('"');
            }
        }

        writer.Write('>');
        if (name is "br" or "hr" or "img" or "input" or "link" or "meta")
        {
            return;
        }

        // HTML drops a line feed straight after these start tags: without a second one, a value that begins with a line feed would lose it.
        if (name is "textarea" or "pre")
        {
            writer.Write('\n');
        }

        foreach (var child in children)
        {
            child.WriteTo(writer, encoder);
        }

        writer.Write("</");
        writer.Write(name);
        writer.Write('>');
    }
#pragma warning restore RS0030

    private static string Checked(string attribute)
    {
        if (
            attribute.Length == 0
            || attribute.Any(c => c is '"' or '\'' or '<' or '>' or '/' or '=' || char.IsWhiteSpace(c) || char.IsControl(c))
        )
        {
            throw new ArgumentException($"`{attribute}` is not the name of an attribute", nameof(attribute));
        }

        return attribute;
    }
}
