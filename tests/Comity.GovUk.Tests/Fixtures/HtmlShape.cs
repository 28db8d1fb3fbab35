using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Comity.GovUk.Tests.Fixtures;

/// <summary>HTML as a browser understands it, written out one node a line: attributes sorted, classes a set, only whitespace that shows.</summary>
internal static partial class HtmlShape
{
    private static readonly HashSet<string> Inline = ["a", "span", "strong", "em", "b", "i", "code", "abbr", "u"];

    public static string Of(string html, Action<IElement>? adapt = null)
    {
        var body = new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + html).Body!;
        if (html.TrimStart().StartsWith("<t", StringComparison.Ordinal) && body.ChildElementCount == 0)
        {
            throw new InvalidOperationException("The fragment cannot stand in a body: " + html);
        }

        adapt?.Invoke(body);
        body.Normalize();
        var shape = new StringBuilder();
        foreach (var child in body.ChildNodes)
        {
            Write(child, 0, shape);
        }

        return shape.ToString();
    }

    private static void Write(INode node, int depth, StringBuilder shape)
    {
        if (node is IText text)
        {
            var shown = Shown(text);
            if (shown.Length > 0)
            {
                shape.Append(' ', depth * 2).Append('"').Append(shown).Append("\"\n");
            }
        }
        else if (node is IElement element)
        {
            shape.Append(' ', depth * 2).Append(element.LocalName);
            foreach (var attribute in element.Attributes.OrderBy(each => each.Name, StringComparer.Ordinal))
            {
                var value = attribute.Name == "class" ? string.Join(' ', element.ClassList.Order(StringComparer.Ordinal)) : attribute.Value;
                shape.Append(" [").Append(attribute.Name).Append('=').Append(value).Append(']');
            }

            shape.Append('\n');
            foreach (var child in element.ChildNodes)
            {
                Write(child, depth + 1, shape);
            }
        }
    }

    /// <summary>
    /// Runs of whitespace show as one space, and only between words on a line: not beside a block, and not at the ends of an element,
    /// except inside visually hidden text, where a leading space keeps two words from being read as one.
    /// </summary>
    private static string Shown(IText text)
    {
        if (text.ParentElement?.LocalName is "textarea" or "pre")
        {
            return text.Data;
        }

        var data = Whitespace().Replace(text.Data, " ");
        var keepsEnds = text.ParentElement?.ClassList.Contains("govuk-visually-hidden") ?? false;
        if (!keepsEnds && (text.PreviousSibling is null || IsBlock(text.PreviousSibling)))
        {
            data = data.TrimStart(' ');
        }

        if (!keepsEnds && (text.NextSibling is null || IsBlock(text.NextSibling)))
        {
            data = data.TrimEnd(' ');
        }

        return data;
    }

    private static bool IsBlock(INode node) => node is IComment || (node is IElement element && !Inline.Contains(element.LocalName));

    [GeneratedRegex(@"[ \t\r\n]+")]
    private static partial Regex Whitespace();
}
