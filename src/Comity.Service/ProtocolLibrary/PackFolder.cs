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

    // Front matter is read the same whatever the words mean.
    private static readonly Vocabulary NoWords = Vocabulary.Read([]);

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

    /// <summary>True when a protocol file stands in the folder itself.</summary>
    public static bool HoldsProtocol(string folder) => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*" + Ending).Any();

    /// <summary>
    /// Every text in it, named by its path inside the folder with forward slashes, in ordinal order. A folder without a vocabulary is lent the one that
    /// comes with the program, with the law, the safeguards, the calendars and the other protocols; of two folders with one name its own is read.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<SourceText> ReadTexts(string folder)
    {
        IReadOnlyList<SourceText> own = TextsIn(folder, "");
        if (IsWhole(folder) || Lent is not { } lent || !own.Any(text => text.Path.EndsWith(Ending, StringComparison.Ordinal)))
        {
            return own;
        }

        // The service finds a council's protocol in the folder of its key, whatever the folder on disk is called.
        own = HoldsProtocol(folder) ? TextsIn(folder, KeyIn(own) + "/") : own;
        var names = own.Select(text => text.Path.Split('/')[0]).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. own.Concat(TextsIn(lent, "").Where(text => !names.Contains(text.Path.Split('/')[0])))
                .OrderBy(text => text.Path, StringComparer.Ordinal),
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

    private static string KeyIn(IReadOnlyList<SourceText> texts) =>
        texts
            .Where(text => !text.Path.Contains('/', StringComparison.Ordinal) && text.Path.EndsWith(Ending, StringComparison.Ordinal))
            .Select(text => ProtocolFile.Read(text, NoWords).Control)
            .OrderBy(control => control.Layer != Comity.Protocols.Language.Layer.Protocol)
            .First()
            .Protocol;

    private static SourceText[] TextsIn(string folder, string before) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(path => Kinds.Contains(Path.GetExtension(path), StringComparer.Ordinal))
                .Select(path => (path, name: before + Path.GetRelativePath(folder, path).Replace('\\', '/')))
                .OrderBy(found => found.name, StringComparer.Ordinal)
                // A checkout may have given the files another line ending than the one they are hashed and pointed into with.
                .Select(found => new SourceText(found.name, File.ReadAllText(found.path).ReplaceLineEndings("\n"))),
        ];
}
