using System.Text.RegularExpressions;
using Comity.Testing;

namespace Comity.Architecture.Tests;

/// <summary>The words in the repository are our own, and speak of the product alone.</summary>
public partial class WordTests
{
    private const int LongestRun = 13;

    private static readonly string[] Folders = ["protocols", "docs", "src", "tests"];
    private static readonly string[] Kinds = [".md", ".case", ".yaml", ".yml", ".cs", ".cshtml", ".json"];

    [Fact]
    public void No_sentence_of_a_council_stands_here()
    {
        var texts = Environment.GetEnvironmentVariable("COMITY_TEXTS");
        Assert.SkipUnless(Directory.Exists(texts), "COMITY_TEXTS names no folder with the councils' texts");
        var sources = Directory.GetFiles(texts!, "*.txt");
        sources.Length.ShouldBeGreaterThanOrEqualTo(5);

        var files = Folders.SelectMany(folder => Checkout.Files(folder, Kinds)).Append("README.md").ToList();

        files.Count.ShouldBeGreaterThan(20);
        Copied(sources.Select(File.ReadAllText), files.Select(path => (path, Checkout.Read(path)))).ShouldBeEmpty();
    }

    [Fact]
    public void Rule_on_copying_catches_a_run_of_fourteen_words()
    {
        const string source = "One two three four five six seven, eight nine ten eleven twelve thirteen fourteen fifteen.";

        Copied(
                [source],
                [
                    ("copied.md", "Before: two THREE four five six seven eight nine ten - eleven twelve thirteen fourteen fifteen, after"),
                    ("short.md", "one two three four five six seven eight nine ten eleven twelve thirteen"),
                ]
            )
            .ShouldBe(["copied.md: two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"]);
    }

    [Fact]
    public void Nothing_names_the_machine_it_was_written_on()
    {
        var files = new[] { "src", "tests", "bench", "tools", "docs", "protocols", ".ci", ".config" }
            .SelectMany(folder => Checkout.Files(folder))
            .Concat(Directory.GetFiles(Checkout.Root).Select(path => Path.GetFileName(path)))
            .Where(path => !Unreadable().IsMatch(path))
            .ToList();

        files.Count.ShouldBeGreaterThan(60);
        OffTopic(files.Select(path => (path, Checkout.Read(path)))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("read /wo|rk/shared/notes.md")]
    [InlineData("see /ho|me/somebody/notes.md")]
    [InlineData("built by a sub|agent")]
    [InlineData("Co-Au|thored-By: somebody")]
    [InlineData("as asked for in this ses|sion")]
    public void Rule_on_the_machine_catches_its_words(string text)
    {
        // The bar keeps the sample from being the thing itself.
        OffTopic([("a.md", text.Replace("|", "", StringComparison.Ordinal))]).Count.ShouldBe(1);
        OffTopic([("a.md", "A member's session ends after an hour; work/life balance.")]).ShouldBeEmpty();
    }

    private static List<string> Copied(IEnumerable<string> sources, IEnumerable<(string Path, string Text)> files)
    {
        var runs = sources.SelectMany(text => Runs(Words(text))).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. files
                .Select(file => (file.Path, Run: Runs(Words(file.Text)).FirstOrDefault(runs.Contains)))
                .Where(found => found.Run is not null)
                .Select(found => $"{found.Path}: {found.Run}"),
        ];
    }

    private static string[] Words(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    private static IEnumerable<string> Runs(string[] words)
    {
        for (var i = 0; i + LongestRun < words.Length; i++)
        {
            yield return string.Join(' ', words, i, LongestRun + 1);
        }
    }

    private static List<string> OffTopic(IEnumerable<(string Path, string Text)> files) =>
        [.. files.SelectMany(file => Workplace().Matches(file.Text).Select(match => $"{file.Path}: {match.Value}"))];

    [GeneratedRegex("[a-z']+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\.(png|ico|db|lock\.json|woff2?|user|swp)$")]
    private static partial Regex Unreadable();

    // A folder of one person's machine, the tools somebody wrote with, the occasion on which something was written.
    [GeneratedRegex(
        @"(?<![\w.])/(?:ho[m]e|wo[r]k|fa[r]m|Us[e]rs|tm[p]/w)/|\bsubag[e]nts?\b|co-au[t]hored-by|\bthis ses[s]ion\b|\.li[b]rary/",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Workplace();
}
