using Comity.Protocols;

namespace Comity.Service.ProtocolLibrary;

/// <summary>The folder of protocol files on disk. It only reads: what the texts mean is <see cref="PackLibrary"/>'s to say.</summary>
public static class PackFolder
{
    public const string Name = "protocols";

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

    /// <summary>Every text in it, named by its path inside the folder with forward slashes, in ordinal order.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<SourceText> ReadTexts(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(path => Kinds.Contains(Path.GetExtension(path), StringComparer.Ordinal))
                .Select(path => (path, name: Path.GetRelativePath(folder, path).Replace('\\', '/')))
                .OrderBy(found => found.name, StringComparer.Ordinal)
                // A checkout may have given the files another line ending than the one they are hashed and pointed into with.
                .Select(found => new SourceText(found.name, File.ReadAllText(found.path).ReplaceLineEndings("\n"))),
        ];

    public static PackLibrary Open(string folder) => PackLibrary.From(ReadTexts(folder));
}
