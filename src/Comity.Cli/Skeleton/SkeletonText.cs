using System.Text.RegularExpressions;

namespace Comity.Cli.Skeleton;

/// <summary>The first files of a new protocol: a clause of each common kind, with notes for whoever writes on.</summary>
internal sealed partial class SkeletonText(string key, string folder, string kind, string nation)
{
    private readonly Dictionary<string, string> words = new(StringComparer.Ordinal)
    {
        ["key"] = key,
        ["folder"] = folder,
        ["title"] = Title(key),
        ["kind"] = kind,
        ["nation"] = nation,
        // Scotland's own law on information counts with Scotland's bank holidays.
        ["calendar"] = nation == "scotland" ? "foisa" : "foi",
        // A parish has a clerk, and often nobody else; a larger council has line managers and a Monitoring Officer.
        ["first-words"] = IsParish(kind) ? "to the clerk" : "to the officer's line manager",
        ["first"] = IsParish(kind) ? "clerk" : "line-manager of subject",
        ["stage"] = IsParish(kind) ? "clerk" : "line-manager",
        ["second-words"] = IsParish(kind) ? "to the personnel committee" : "to the Chief Executive",
        ["second"] = IsParish(kind) ? "personnel-committee" : "chief-executive",
        ["asked"] = IsParish(kind) ? "clerk" : "monitoring-officer",
    };

    public static string Title(string key) =>
        $"{string.Join(' ', key.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))} Protocol on Member/Officer Relations";

    public string Protocol() => Filled("protocol.txt");

    public string FirstCases() => Filled("case.txt");

    private static bool IsParish(string kind) => kind is "parish" or "town";

    private string Filled(string name)
    {
        using var stream = typeof(SkeletonText).Assembly.GetManifestResourceStream($"skeleton.{name}")!;
        using var reader = new StreamReader(stream);
        return Place().Replace(reader.ReadToEnd().ReplaceLineEndings("\n"), place => words[place.Groups[1].Value]);
    }

    [GeneratedRegex(@"\{([a-z][a-z-]*)\}")]
    private static partial Regex Place();
}
