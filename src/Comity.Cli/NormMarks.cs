using System.Text.RegularExpressions;

namespace Comity.Cli;

/// <summary>The <c>[Norm("wigan/6.2/c")]</c> marks in test sources, each with the test that carries it. Read as text: nothing has to be built.</summary>
public sealed partial class NormMarks
{
    private readonly ILookup<string, string> tests;

    private NormMarks(ILookup<string, string> tests) => this.tests = tests;

    public static NormMarks Read(string folder) =>
        new(
            (Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories) : [])
                .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .SelectMany(path => In(File.ReadAllText(path), Path.GetFileNameWithoutExtension(path)))
                .ToLookup(mark => mark.Norm, mark => mark.Test, StringComparer.Ordinal)
        );

    public IReadOnlyList<string> Of(string norm) => [.. tests[norm].Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Marks of norms that no file has, with their tests.</summary>
    public IReadOnlyList<string> Unknown(IEnumerable<string> known)
    {
        var ids = known.ToHashSet(StringComparer.Ordinal);
        return [.. tests.Where(group => !ids.Contains(group.Key)).Select(group => $"{group.Key} on {string.Join(", ", group.Distinct())}")];
    }

    /// <summary>The marks in one file. A mark belongs to the method whose name comes next; samples inside other text are no marks.</summary>
    public static IEnumerable<(string Norm, string Test)> In(string source, string file) =>
        Mark()
            .Matches(source)
            .Select(mark => (mark, method: Method().Match(source, mark.Index + mark.Length)))
            .Where(found => found.method.Success)
            .Select(found => (found.mark.Groups[1].Value, $"{file}.{found.method.Groups[1].Value}"));

    // At the start of a line (after other attributes at most), so that a mention in a comment or a text is none.
    [GeneratedRegex("""^\s*\[(?:[^\]\n"]*,\s*)?Norm\("([^"\n]+)"\)""", RegexOptions.Multiline)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\bpublic\s+(?:static\s+)?(?:async\s+)?[\w<>.]+\s+(\w+)\s*\(")]
    private static partial Regex Method();
}
