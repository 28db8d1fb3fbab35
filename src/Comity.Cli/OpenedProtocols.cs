using Comity.Protocols;
using Comity.Service.ProtocolLibrary;

namespace Comity.Cli;

/// <summary>The folder of protocol files that a command reads, and which of the protocols in it are meant.</summary>
public sealed record OpenedProtocols(string Folder, PackLibrary Library, IReadOnlyList<Pack> Meant)
{
    /// <summary>The one that is meant, where a command can take only one.</summary>
    public Pack One =>
        Meant is [var pack]
            ? pack
            : throw CommandException.Usage(
                $"the folder holds several protocols: {string.Join(", ", Meant.Select(pack => $"`{pack.Key}`"))}",
                "name the folder of one of them"
            );

    /// <summary>The files of every layer that stand in the folder itself, and are not lent to it.</summary>
    public IEnumerable<ProtocolFile> OwnFiles => Library.Library.Files.Where(file => IsIn(Folder, file));

    /// <summary>Where on disk a text stands.</summary>
    public string PathOf(string name) => PackFolder.PathOf(Folder, name);

    /// <summary>True when a file stands in a folder.</summary>
    public bool IsIn(string folder, ProtocolFile file) =>
        Path.GetFullPath(PathOf(file.Source.Path))
            .StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
