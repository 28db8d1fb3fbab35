using System.Text.RegularExpressions;
using Comity.Testing;

namespace Comity.Architecture.Tests;

/// <summary>Rules on files: their length, their place and what they may keep silent about.</summary>
public partial class FileTests
{
    private const int LongestFile = 600;
    private const int LongestReadme = 20;

    /// <summary>Migrations are written by a tool, and are read as SQL.</summary>
    private static IReadOnlyList<string> Code =>
        [
            .. new[] { "src", "tests", "bench", "tools" }
                .SelectMany(folder => Checkout.Files(folder, ".cs"))
                .Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal)),
        ];

    [Fact]
    public void Files_are_short_enough_to_read()
    {
        var files = new[] { "src", "tests", "bench", "tools" }
            .SelectMany(folder => Checkout.Files(folder, ".cs", ".cshtml", ".js", ".css", ""))
            .Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal))
            .ToList();

        files.Count.ShouldBeGreaterThan(20);
        TooLong(files.Select(path => (path, Checkout.Read(path)))).ShouldBeEmpty();
    }

    [Fact]
    public void Rule_on_length_catches_a_long_file() =>
        TooLong([("long.cs", new string('\n', LongestFile + 1)), ("short.cs", "\n")]).ShouldBe([$"long.cs has {LongestFile + 1} lines"]);

    [Fact]
    public void Namespaces_follow_folders()
    {
        Code.Count.ShouldBeGreaterThan(20);
        Misplaced(Code.Select(path => (path, Checkout.Read(path)))).ShouldBeEmpty();
    }

    [Fact]
    public void Rule_on_namespaces_catches_a_stray_file() =>
        Misplaced([("src/Comity.Service/People/Person.cs", "namespace Comity.Service.Matters;")])
            .ShouldBe(["src/Comity.Service/People/Person.cs: Comity.Service.Matters instead of Comity.Service.People"]);

    [Fact]
    public void Every_project_introduces_itself()
    {
        var projects = House.Projects("src", "tests", "bench", "tools");

        projects.Count.ShouldBeGreaterThanOrEqualTo(17);
        Unintroduced(projects.Select(project => (project.Folder, ReadOrNull($"{project.Folder}/README.md")))).ShouldBeEmpty();
    }

    [Fact]
    public void Rule_on_introductions_catches_none_and_a_long_one() =>
        Unintroduced([("src/A", null), ("src/B", new string('\n', LongestReadme + 1)), ("src/C", "# C\n")])
            .ShouldBe(["src/A has no README.md", $"src/B/README.md has {LongestReadme + 1} lines"]);

    [Fact]
    public void Suppressed_warnings_carry_their_reason()
    {
        string[] settings =
        [
            .. new[] { "src", "tests", "bench", "tools" }.SelectMany(folder => Checkout.Files(folder, ".csproj", ".props")),
        ];
        string[] files = [.. Code, .. settings, "Directory.Build.props", "Directory.Packages.props"];

        files.Length.ShouldBeGreaterThan(30);
        SilentSuppressions(files.Select(path => (path, Checkout.Read(path)))).ShouldBeEmpty();
    }

    [Fact]
    public void Rule_on_suppressions_catches_each_kind()
    {
        // Put together here so that this file does not hold the very thing it looks for.
        var pragma = "#" + "pragma warning disable CA1000";
        var attribute = "[Suppress" + "Message(\"Design\", \"CA1000\")]";
        var setting = "<No" + "Warn>CA1000</No" + "Warn>";

        SilentSuppressions([
                ("a.cs", pragma),
                ("b.cs", pragma + " // the generator writes it so"),
                ("c.cs", attribute),
                ("d.cs", attribute.Replace(")]", ", Justification = \"named by the standard\")]", StringComparison.Ordinal)),
                ("e.csproj", setting),
                ("f.csproj", "<!-- documented elsewhere -->\n" + setting),
            ])
            .ShouldBe(["a.cs:1", "c.cs:1", "e.csproj:1"]);
    }

    [Fact]
    public void Use_cases_stand_one_to_a_file()
    {
        var files = Checkout.Files("src/Comity.Service", ".cs").Select(path => (path, Checkout.Read(path))).ToList();

        files.Sum(file => UseCases(file.Item2).Count).ShouldBeGreaterThan(0);
        Crowded(files).ShouldBeEmpty();
    }

    [Fact]
    public void Rule_on_use_cases_catches_two_in_a_file_and_a_wrong_file_name()
    {
        const string two = """
            public sealed class RaiseConcern { public Task ExecuteAsync(Request request) => Task.CompletedTask; }
            public sealed class CloseConcern { public async Task<int> ExecuteAsync(Request request) => 1; }
            """;
        const string one = "public sealed class SendReply { public Task ExecuteAsync(Request request) => Task.CompletedTask; }";

        Crowded([("a/RaiseConcern.cs", two), ("a/Reply.cs", one), ("a/SendReply.cs", one)])
            .ShouldBe(["a/RaiseConcern.cs holds RaiseConcern, CloseConcern", "a/Reply.cs holds SendReply"]);
    }

    private static string? ReadOrNull(string path) => File.Exists(Checkout.PathOf(path)) ? Checkout.Read(path) : null;

    private static int Lines(string text) => text.Count(character => character == '\n');

    private static List<string> TooLong(IEnumerable<(string Path, string Text)> files) =>
        [.. files.Where(file => Lines(file.Text) > LongestFile).Select(file => $"{file.Path} has {Lines(file.Text)} lines")];

    private static List<string> Misplaced(IEnumerable<(string Path, string Text)> files)
    {
        var found = new List<string>();
        foreach (var (path, text) in files)
        {
            var written = NamespaceLine().Match(text);
            var expected = string.Join('.', path.Split('/')[1..^1]);
            if (written.Success && written.Groups[1].Value != expected)
            {
                found.Add($"{path}: {written.Groups[1].Value} instead of {expected}");
            }
        }

        return found;
    }

    private static List<string> Unintroduced(IEnumerable<(string Folder, string? Text)> projects)
    {
        var found = new List<string>();
        foreach (var (folder, text) in projects)
        {
            if (text is null)
            {
                found.Add($"{folder} has no README.md");
            }
            else if (Lines(text) > LongestReadme)
            {
                found.Add($"{folder}/README.md has {Lines(text)} lines");
            }
        }

        return found;
    }

    /// <summary>A reason stands on the line itself, or (where the line is markup) in a comment that ends on the line above.</summary>
    private static List<string> SilentSuppressions(IEnumerable<(string Path, string Text)> files)
    {
        var found = new List<string>();
        foreach (var (path, text) in files)
        {
            var lines = text.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                var above = i > 0 ? lines[i - 1].TrimEnd() : "";
                var silent =
                    (Pragma().IsMatch(lines[i]) && !lines[i].Contains("//", StringComparison.Ordinal))
                    || (SuppressAttribute().IsMatch(lines[i]) && !lines[i].Contains("Justification", StringComparison.Ordinal))
                    || (
                        NoWarn().IsMatch(lines[i])
                        && !lines[i].Contains("<!--", StringComparison.Ordinal)
                        && !above.EndsWith("-->", StringComparison.Ordinal)
                    );
                if (silent)
                {
                    found.Add($"{path}:{i + 1}");
                }
            }
        }

        return found;
    }

    private static List<string> Crowded(IEnumerable<(string Path, string Text)> files)
    {
        var found = new List<string>();
        foreach (var (path, text) in files)
        {
            var names = UseCases(text);
            if (names.Count > 1 || (names.Count == 1 && names[0] != Path.GetFileNameWithoutExtension(path)))
            {
                found.Add($"{path} holds {string.Join(", ", names)}");
            }
        }

        return found;
    }

    /// <summary>A use case is a class with an <c>ExecuteAsync</c>: the last class that opens before the method is its own.</summary>
    private static List<string> UseCases(string text) =>
        [
            .. ExecuteMethod()
                .Matches(text)
                .Select(method => ClassName().Matches(text[..method.Index]))
                .Where(classes => classes.Count > 0)
                .Select(classes => classes[^1].Groups[1].Value)
                .Distinct(),
        ];

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^\s*#\s*pragma warning disable")]
    private static partial Regex Pragma();

    [GeneratedRegex(@"^\s*\[(assembly:\s*)?(Unconditional)?SuppressMessage")]
    private static partial Regex SuppressAttribute();

    [GeneratedRegex("^[^\"]*<NoWarn>")]
    private static partial Regex NoWarn();

    [GeneratedRegex(@"public (?:async )?\w+(?:<[^\n=;{]*>)? ExecuteAsync\(")]
    private static partial Regex ExecuteMethod();

    [GeneratedRegex(@"\bclass (\w+)")]
    private static partial Regex ClassName();
}
