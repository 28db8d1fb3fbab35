using Comity.Protocols;
using Comity.Service.ProtocolLibrary;

namespace Comity.Cli.LanguageServer;

/// <summary>A folder of protocols as it stands with the open files in place of those on disk.</summary>
internal sealed class ReadFolder
{
    private static readonly string[] Shared = ["vocabulary", "calendars", "law", "safeguards", "national"];

    private readonly Dictionary<string, string> paths;
    private readonly Dictionary<string, string> names;

    public ReadFolder(string path, IReadOnlyList<PackFile> files)
    {
        Path = path;
        Library = PackLibrary.From([.. files.Select(file => file.Text)]);
        paths = files.ToDictionary(file => file.Text.Path, file => file.Path, StringComparer.Ordinal);
        names = files.ToDictionary(file => file.Path, file => file.Text.Path, StringComparer.Ordinal);
    }

    public string Path { get; }

    public PackLibrary Library { get; }

    public string? NameOf(string path) => names.GetValueOrDefault(path);

    public string PathOf(string name) => paths.GetValueOrDefault(name, name);

    /// <summary>
    /// What <c>comity check</c> says of the protocols that an open file belongs to: of its own; of every one that it goes with, for a text that many share.
    /// </summary>
    public IEnumerable<Diagnostic> Check(IEnumerable<string> openPaths)
    {
        var open = openPaths.Select(NameOf).OfType<string>().ToList();
        var heads = open.Select(name => name.Split('/')[0]).ToHashSet(StringComparer.Ordinal);
        var packs = heads.Overlaps(Shared)
            ? Library.Packs
            : Library.Packs.Where(pack => heads.Contains(pack.File.Source.Path.Split('/')[0]));
        // Rulings and arrangements are a council's own: no folder of protocols loads them, and they are read by themselves.
        var layers = open.Where(name =>
                name.EndsWith(".arrangement.md", StringComparison.Ordinal) || name.EndsWith(".ruling.md", StringComparison.Ordinal)
            )
            .Select(name => Library.Texts.First(text => text.Path == name));
        return ProtocolFindings
            .In(Library, packs)
            .Select(found => found.Diagnostic)
            .Concat(layers.SelectMany(text => ProtocolFile.Read(text, Library.Vocabulary).Diagnostics));
    }
}
