using System.Text.RegularExpressions;
using Comity.Testing;

namespace Comity.Architecture.Tests;

/// <summary>
/// Pages and messages of the service serve every council: what they say of a rule comes from the protocol in force, so none of them names a council
/// or a clause. Which names and numbers there are is read from the protocols.
/// </summary>
public partial class CouncilWordTests
{
    private static readonly string[] Shared = ["vocabulary", "calendars", "law", "national", "safeguards"];

    [Fact]
    public void No_page_and_no_message_names_a_council_or_a_clause()
    {
        var files = new[] { "src/Comity.Service", "src/Comity.Web" }
            .SelectMany(folder => Checkout.Files(folder, ".cs", ".cshtml"))
            .Where(path => !path.Contains("/Demonstration/", StringComparison.Ordinal))
            .Select(path => (path, Checkout.Read(path)))
            .ToList();

        files.Count.ShouldBeGreaterThan(100);
        Named(files, Keys(), Clauses()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a.cshtml", "<p>An answer is owed (clause 6.2).</p>")]
    [InlineData("a.cshtml", "<p>Each group should name one (wigan 5.3).</p>")]
    [InlineData("a.cs", "return \"wigan/6.2/c\";")]
    [InlineData("a.cs", "Say(\"Under 4.3 it need not be answered.\");")]
    public void Rule_on_councils_and_clauses_catches_each_kind(string path, string text)
    {
        Named([(path, text)], ["wigan"], ["4.3", "5.3", "6.2"]).Count.ShouldBe(1);
        Named(
                [
                    ("b.cs", "// The time limit (wigan 6.2).\nvar kind = \"town\"; Say(\"Version 4.3.1 of 2026, 6.25 a day.\");"),
                    ("b.cshtml", "@* wigan 6.2 *@ <p>Clause @line.Clause</p> <p>the clause that says so</p>"),
                ],
                ["wigan"],
                ["4.3", "5.3", "6.2"]
            )
            .ShouldBeEmpty();
    }

    /// <summary>The protocols' keys; one that is a kind of council is a word like any other.</summary>
    private static List<string> Keys() => [.. Folders().Where(key => !KindOfCouncil().IsMatch(key))];

    private static HashSet<string> Clauses() =>
        [
            .. Folders()
                .SelectMany(key => Checkout.Files($"protocols/{key}", ".md"))
                .Where(path => path.EndsWith(".protocol.md", StringComparison.Ordinal))
                .SelectMany(path => Heading().Matches(Checkout.Read(path)).Select(match => match.Groups[1].Value)),
        ];

    private static IEnumerable<string> Folders() =>
        Checkout.Files("protocols", ".md").Select(path => path.Split('/')[1]).Except(Shared, StringComparer.Ordinal);

    private static List<string> Named(
        IEnumerable<(string Path, string Text)> files,
        IReadOnlyCollection<string> keys,
        IReadOnlyCollection<string> clauses
    )
    {
        var names = keys.Count == 0 ? "(?!)" : string.Join('|', keys.Select(Regex.Escape));
        var numbers = clauses.Count == 0 ? "(?!)" : string.Join('|', clauses.Select(Regex.Escape));
        var found = new Regex($@"\b(?:{names})\b|[Cc]lauses? \d|(?<![\d.,]|version )(?:{numbers})(?![\d]|\.\d)", RegexOptions.IgnoreCase);
        return
        [
            .. files.SelectMany(file =>
                Said(file.Path, file.Text)
                    .SelectMany(said => found.Matches(said).Select(match => $"{file.Path}: {match.Value} in {said.Trim()}"))
                    .Take(1)
            ),
        ];
    }

    // What reaches a reader: the texts in code, and a page's markup without its comments.
    private static IEnumerable<string> Said(string path, string text)
    {
        if (path.EndsWith(".cshtml", StringComparison.Ordinal))
        {
            return RazorComment().Replace(text, "").Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal));
        }

        return text.Split('\n')
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            .SelectMany(line => Quoted().Matches(line).Select(match => match.Value));
    }

    [GeneratedRegex("^(?:parish|town|district|county|unitary|metropolitan|borough|generic)$")]
    private static partial Regex KindOfCouncil();

    [GeneratedRegex(@"^#{2,6} (\d+\.[\d.]*\d)\s", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex RazorComment();

    [GeneratedRegex(@"""(?:[^""\\]|\\.)*""")]
    private static partial Regex Quoted();
}
