using System.Collections.Frozen;
using Comity.Protocols;

namespace Comity.Service.ProtocolLibrary;

/// <summary>
/// A folder of protocol files on disk: one that has a vocabulary is whole; any other is a council's own, and is read beside what comes with the program.
/// It only reads: what the texts mean is <see cref="PackLibrary"/>'s to say.
/// </summary>
public static class PackFolder
{
    public const string Name = "protocols";

    private const string Words = "vocabulary";

    private const string Ending = ".protocol.md";

    private static readonly FrozenDictionary<string, string> NothingUnsaved = FrozenDictionary<string, string>.Empty;

    private static readonly string[] Kinds = [".md", ".case", ".tsv", ".txt"];

    /// <summary>
    /// The folder that goes with a program: beside it, or in the checkout that it was built in. Null when there is neither.
    /// </summary>
    public static string? Beside(string baseDirectory)
    {
        var beside = Path.Combine(baseDirectory, Name);
        if (Directory.Exists(beside))
        {
            return beside;
        }

        for (var folder = new DirectoryInfo(baseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Comity.slnx")))
            {
                var inCheckout = Path.Combine(folder.FullName, Name);
                return Directory.Exists(inCheckout) ? inCheckout : null;
            }
        }

        return null;
    }

    /// <summary>
    /// The folder of protocols that a file or folder belongs to: the nearest one around it that has a vocabulary, else the nearest that has a protocol in
    /// itself. Null when it belongs to none.
    /// </summary>
    public static string? Around(string path)
    {
        var start = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path).Directory;
        string? own = null;
        for (var folder = start; folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, Words)))
            {
                return folder.FullName;
            }

            own ??= HoldsProtocol(folder.FullName) ? folder.FullName : null;
        }

        return own;
    }

    /// <summary>True for a file that an author writes here: a protocol, rulings or arrangements, cases, a vocabulary. Other Markdown is not ours.</summary>
    public static bool IsText(string path) =>
        path.EndsWith(".case", StringComparison.Ordinal)
        || path.EndsWith(Ending, StringComparison.Ordinal)
        || path.EndsWith(".arrangement.md", StringComparison.Ordinal)
        || path.EndsWith(".ruling.md", StringComparison.Ordinal)
        || (path.EndsWith(".md", StringComparison.Ordinal) && Path.GetFileName(Path.GetDirectoryName(path)) == Words);

    /// <summary>True when a protocol file stands in the folder itself.</summary>
    public static bool HoldsProtocol(string folder) => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*" + Ending).Any();

    /// <summary>
    /// Every text in it, named by its path inside the folder with forward slashes, in ordinal order. A folder without a vocabulary is lent the one that
    /// comes with the program, with the law, the safeguards, the calendars and the other protocols; of two folders with one name its own is read.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<SourceText> ReadTexts(string folder) => [.. ReadFiles(folder, NothingUnsaved).Select(file => file.Text)];

    /// <summary>The texts of <see cref="ReadTexts"/> with the places where they stand.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="unsaved">Texts by full path that are read in place of those on disk, or beside them.</param>
    public static IReadOnlyList<PackFile> ReadFiles(string folder, IReadOnlyDictionary<string, string> unsaved)
    {
        var own = FilesIn(folder, unsaved);
        if (IsWhole(folder) || Lent is not { } lent || !own.Any(file => IsProtocol(file.Text)))
        {
            return own;
        }

        // The service finds a council's protocol in the folder of its key, whatever the folder on disk is called.
        if (
            own.Where(file => IsProtocol(file.Text) && !file.Text.Path.Contains('/', StringComparison.Ordinal)).ToList() is
            { Count: > 0 } here
        )
        {
            var key = KeyOf(here) is { Length: > 0 } named ? named : Path.GetFileName(folder);
            own = [.. own.Select(file => file with { Text = file.Text with { Path = $"{key}/{file.Text.Path}" } })];
        }

        var names = own.Select(file => file.Text.Path.Split('/')[0]).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. own.Concat(FilesIn(lent, unsaved).Where(file => !names.Contains(file.Text.Path.Split('/')[0])))
                .OrderBy(file => file.Text.Path, StringComparer.Ordinal),
        ];
    }

    /// <summary>Where on disk a text of the folder stands, by the name that <see cref="ReadTexts"/> gave it.</summary>
    public static string PathOf(string folder, string name)
    {
        if (IsWhole(folder) || Lent is not { } lent)
        {
            return Path.Combine(folder, name);
        }

        var inside = HoldsProtocol(folder) ? Path.Combine(folder, name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..]) : null;
        return inside is not null && File.Exists(inside) ? inside
            : File.Exists(Path.Combine(folder, name)) ? Path.Combine(folder, name)
            : Path.Combine(lent, name);
    }

    public static PackLibrary Open(string folder) => PackLibrary.From(ReadTexts(folder));

    private static string? Lent => Beside(AppContext.BaseDirectory);

    private static bool IsWhole(string folder) => Directory.Exists(Path.Combine(folder, Words));

    private static bool IsProtocol(SourceText text) => text.Path.EndsWith(Ending, StringComparison.Ordinal);

    private static string KeyOf(List<PackFile> files) =>
        files
            .Select(file => ProtocolFile.ReadControl(file.Text))
            .OrderBy(control => control.Layer != Comity.Protocols.Language.Layer.Protocol)
            .First()
            .Protocol;

    private static IReadOnlyList<PackFile> FilesIn(string folder, IReadOnlyDictionary<string, string> unsaved) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Union(unsaved.Keys.Where(path => path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
                .Where(path => Kinds.Contains(Path.GetExtension(path), StringComparer.Ordinal))
                .Select(path => (path, name: Path.GetRelativePath(folder, path).Replace('\\', '/')))
                .OrderBy(found => found.name, StringComparer.Ordinal)
                // A checkout may have given the files another line ending than the one they are hashed and pointed into with.
                .Select(found => new PackFile(
                    new SourceText(
                        found.name,
                        (unsaved.TryGetValue(found.path, out var text) ? text : File.ReadAllText(found.path)).ReplaceLineEndings("\n")
                    ),
                    found.path
                )),
        ];
}
