using System.Text.RegularExpressions;
using Comity.Protocols;

namespace Comity.Testing;

/// <summary>
/// Texts from which the rules of one norm were taken out. A test that is marked with a norm has to go red on them: otherwise it does not show the norm.
/// The choice belongs to one flow of work, so tests beside it read the whole texts.
/// </summary>
public static class WithoutNorm
{
    private static readonly AsyncLocal<string?> Chosen = new();

    /// <summary>Runs something on texts without the norm.</summary>
    public static async Task RunAsync(string norm, Func<Task> work)
    {
        Chosen.Value = norm;
        try
        {
            await work();
        }
        finally
        {
            Chosen.Value = null;
        }
    }

    /// <summary>Whether this flow of work reads texts from which something was taken out.</summary>
    public static bool IsChosen => Chosen.Value is not null;

    /// <summary>The texts as this flow of work reads them.</summary>
    public static IReadOnlyList<SourceText> From(IEnumerable<SourceText> texts) =>
        Chosen.Value is { } norm
            ?
            [
                .. texts.Select(text =>
                    text.Path.EndsWith(".protocol.md", StringComparison.Ordinal) ? text with { Text = TakeOut(text.Text, norm) } : text
                ),
            ]
            : [.. texts];

    /// <summary>A protocol's text without the rules of a norm, and without what refers to them: so it still reads as a protocol.</summary>
    public static string TakeOut(string text, string norm)
    {
        var id = Regex.Escape(norm);
        text = Regex.Replace(text, $@"^```rule {id}\n(?:.*\n)*?```\n", "", RegexOptions.Multiline);
        text = Regex.Replace(
            text,
            $@"^```(?:clash|fault) .*\n(?:(?!```).*\n)*?(?:between|in) .*\b{id}(?![\w/]).*\n(?:(?!```).*\n)*```\n",
            "",
            RegexOptions.Multiline
        );
        return Regex.Replace(
            text,
            @"^(despite|subject to|nearest) (.+)\n",
            line =>
            {
                var left = line.Groups[2].Value.Split(',', StringSplitOptions.TrimEntries).Where(one => one != norm).ToList();
                return left.Count == 0 ? "" : $"{line.Groups[1].Value} {string.Join(", ", left)}\n";
            },
            RegexOptions.Multiline
        );
    }
}
