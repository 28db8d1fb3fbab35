using System.Text.RegularExpressions;
using Comity.Service.ProtocolLibrary;

namespace Comity.Cli.Skeleton;

/// <summary>A protocol that is there already, as the beginning of another: its text and cases under another key, as a draft that nobody has adopted.</summary>
internal sealed class CopiedPack(OpenedProtocols opened, Pack pack, string key, string? kind, string? nation)
{
    // What one council did with its text is not the other's.
    private static readonly string[] NotTheirs = ["approved-by", "minute", "adopted-on", "next-review", "responsible-officer"];

    public string Protocol()
    {
        var text = Renamed(pack.File.Source.Text);
        var end = text.IndexOf("\n---\n", StringComparison.Ordinal);
        var front = text[..end].Split('\n').Select(Line).ToList();
        string[] status = front.Exists(line => line.StartsWith("status:", StringComparison.Ordinal)) ? [] : ["status: Draft"];
        return string.Join('\n', front.Concat(status)) + text[end..];
    }

    /// <summary>The cases by their path inside the pack.</summary>
    public IEnumerable<(string Path, string Text)> Cases()
    {
        var folder = pack.File.Source.Path[..(pack.File.Source.Path.LastIndexOf('/') + 1)];
        return opened
            .Library.Texts.Where(text =>
                text.Path.StartsWith(folder + "cases/", StringComparison.Ordinal) && text.Path.EndsWith(".case", StringComparison.Ordinal)
            )
            .Select(text => (text.Path[folder.Length..], Renamed(text.Text)));
    }

    private string Line(string line)
    {
        var name = line.Split(':')[0];
        return name switch
        {
            "protocol" => $"protocol: {key}",
            "title" => $"title: {SkeletonText.Title(key)}",
            "status" => "status: Draft",
            "version" => "version: 0.1",
            "council-kind" when kind is not null => $"council-kind: {kind}",
            "nation" when nation is not null => $"nation: {nation}",
            _ when NotTheirs.Contains(name) => $"{name}:",
            _ => line,
        };
    }

    // The key begins the ids of norms, gaps, clashes and faults, and nothing else that ends in a slash.
    private string Renamed(string text) => Regex.Replace(text, $@"(?<![\w/.-]){Regex.Escape(pack.Key)}/", $"{key}/");
}
