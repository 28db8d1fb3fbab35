namespace Comity.Testing;

/// <summary>The files of the repository as they stand on disk, found from wherever the tests were built.</summary>
public static class Checkout
{
    private static readonly string[] NotOurs = ["artifacts", "bin", "obj", "node_modules", "TestResults", ".git", "govuk"];

    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>Files below a folder, relative to the root with forward slashes, in ordinal order; build output and fetched assets left out.</summary>
    public static IReadOnlyList<string> Files(string folder, params string[] extensions)
    {
        var start = PathOf(folder);
        if (!Directory.Exists(start))
        {
            return [];
        }

        return
        [
            .. Walk(new DirectoryInfo(start))
                .Where(file => extensions.Length == 0 || extensions.Contains(file.Extension, StringComparer.Ordinal))
                .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) =>
        folder
            .EnumerateFiles()
            .Concat(folder.EnumerateDirectories().Where(inner => !NotOurs.Contains(inner.Name, StringComparer.Ordinal)).SelectMany(Walk));

    private static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Comity.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {from} holds Comity.slnx: tests run from a checkout.");
    }
}
