using System.Text.RegularExpressions;
using Comity.Testing;

namespace Comity.Architecture.Tests;

/// <summary>Decisions are written whole, and a decision that says a test holds it is held by that test.</summary>
public partial class DecisionTests
{
    private static readonly string[] Headings =
    [
        "## Status",
        "## Date",
        "## Context",
        "## Decision",
        "## Options rejected",
        "## Consequences",
        "### Easier",
        "### Harder",
        "## Checked by",
    ];

    private static IReadOnlyList<string> Decisions => Checkout.Files("docs/decisions", ".md");

    private static string TestSources => string.Join('\n', Checkout.Files("tests", ".cs").Select(Checkout.Read));

    [Fact]
    public void Decisions_have_all_their_parts()
    {
        Decisions.Count.ShouldBeGreaterThanOrEqualTo(2);
        Decisions.SelectMany(path => Missing(path, Checkout.Read(path))).ShouldBeEmpty();
    }

    [Fact]
    public void Rule_on_parts_catches_a_missing_one_and_an_unnumbered_file()
    {
        var whole = string.Join("\n\nText.\n\n", Headings) + "\n";

        Missing("docs/decisions/0007-a-choice.md", whole).ShouldBeEmpty();
        Missing("docs/decisions/0007-a-choice.md", whole.Replace("### Harder\n", "", StringComparison.Ordinal))
            .ShouldBe(["docs/decisions/0007-a-choice.md has no \"### Harder\""]);
        Missing("docs/decisions/a-choice.md", whole).ShouldBe(["docs/decisions/a-choice.md is not called NNNN-what-was-chosen.md"]);
    }

    [Fact]
    public void Tests_that_decisions_name_exist()
    {
        var sources = TestSources;

        Decisions.Sum(path => Named(Checkout.Read(path)).Count).ShouldBeGreaterThan(0);
        Decisions.SelectMany(path => Absent(path, Checkout.Read(path), sources)).ShouldBeEmpty();
    }

    [Fact]
    public void Rule_on_named_tests_catches_a_class_and_a_method_that_are_not_there()
    {
        const string text = "## Checked by\n\n- `OneTests.Does_this`\n- `OneTests.Does_that`\n- `TwoTests`\n- `./test`\n";
        const string sources = "public class OneTests { [Fact] public void Does_this() { } }";

        Absent("a.md", text, sources).ShouldBe(["a.md names OneTests.Does_that", "a.md names TwoTests"]);
        Absent("b.md", "## Checked by\n\n", sources).ShouldBe(["b.md: \"Checked by\" says nothing (\"Nothing.\" is an answer)"]);
    }

    private static List<string> Missing(string path, string text)
    {
        var lines = text.Split('\n');
        var found = Headings.Where(heading => !lines.Contains(heading)).Select(heading => $"{path} has no \"{heading}\"").ToList();
        if (!FileName().IsMatch(path))
        {
            found.Insert(0, $"{path} is not called NNNN-what-was-chosen.md");
        }

        return found;
    }

    private static string CheckedBy(string text)
    {
        var start = text.IndexOf("## Checked by", StringComparison.Ordinal);
        return start < 0 ? "" : text[(start + "## Checked by".Length)..];
    }

    private static List<(string Type, string Method)> Named(string text) =>
        [.. NamedTest().Matches(CheckedBy(text)).Select(match => (match.Groups["type"].Value, match.Groups["method"].Value))];

    private static IEnumerable<string> Absent(string path, string text, string sources)
    {
        if (CheckedBy(text).Trim().Length == 0)
        {
            yield return $"{path}: \"Checked by\" says nothing (\"Nothing.\" is an answer)";
        }

        foreach (var (type, method) in Named(text))
        {
            if (
                !sources.Contains($"class {type}", StringComparison.Ordinal)
                || !sources.Contains(method.Length == 0 ? type : $" {method}(", StringComparison.Ordinal)
            )
            {
                yield return method.Length == 0 ? $"{path} names {type}" : $"{path} names {type}.{method}";
            }
        }
    }

    [GeneratedRegex(@"/\d{4}-[a-z0-9-]+\.md$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"`(?:\w+\.)*(?<type>\w+Tests)(?:\.(?<method>\w+))?`")]
    private static partial Regex NamedTest();
}
