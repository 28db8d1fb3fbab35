using System.CommandLine;
using Comity.Cli.Output;
using Comity.Protocols;
using Comity.Protocols.Language;
using Comity.Service.ProtocolLibrary;

namespace Comity.Cli;

/// <summary>The options that every verb understands, and the protocols that they lead to.</summary>
public sealed class Shared
{
    public Option<OutputFormat> Format { get; } =
        new("--format")
        {
            Description = "text for people, json for programs (docs/cli.md).",
            Recursive = true,
            HelpName = "text|json",
        };

    public Option<string?> Protocols { get; } =
        new("--protocols")
        {
            Description = "Folder of protocol files. Without it: protocols/ beside the program or in its checkout.",
            Recursive = true,
            HelpName = "folder",
        };

    public bool WantsJson(ParseResult parsed) => parsed.GetValue(Format) == OutputFormat.Json;

    public string FolderOf(ParseResult parsed, Terminal terminal)
    {
        if (parsed.GetValue(Protocols) is { } given)
        {
            var folder = terminal.PathOf(given);
            return Directory.Exists(folder) ? folder : throw CommandException.Usage($"there is no folder `{given}`");
        }

        return PackFolder.Beside(AppContext.BaseDirectory)
            ?? throw CommandException.Usage("there is no folder `protocols` beside this program", "name one with --protocols");
    }

    /// <summary>
    /// The protocols that a command reads. One is named by its key or by the folder that it stands in; without a name all are meant that stand in the
    /// folder of protocols.
    /// </summary>
    public OpenedProtocols Open(ParseResult parsed, Terminal terminal, string? named = null)
    {
        if (named is not null && OwnFolder(parsed, terminal, named) is { } own)
        {
            return own;
        }

        var folder = FolderOf(parsed, terminal);
        var opened = new OpenedProtocols(folder, PackFolder.Open(folder), []);
        var here = opened.Library.Packs.Where(pack => opened.IsIn(folder, pack.File)).ToList();
        if (here.Count == 0)
        {
            throw CommandException.Usage($"the folder `{folder}` holds no protocol (a file called NAME.protocol.md)");
        }

        return opened with
        {
            Meant = named is null ? here : [Find(opened.Library, named)],
        };
    }

    // A word may be a key; what has a slash in it, or stands for this folder, is a path.
    private OpenedProtocols? OwnFolder(ParseResult parsed, Terminal terminal, string named)
    {
        var path = terminal.PathOf(named);
        var isPath =
            named is "." or ".." || named.Contains('/', StringComparison.Ordinal) || named.Contains('\\', StringComparison.Ordinal);
        if (!isPath && (parsed.GetValue(Protocols) is not null || !PackFolder.HoldsProtocol(path)))
        {
            return null;
        }

        if (!Directory.Exists(path))
        {
            throw CommandException.Usage($"there is no folder `{named}`", "name a protocol by its key or by its folder");
        }

        var folder = parsed.GetValue(Protocols) is { } given ? terminal.PathOf(given) : PackFolder.Around(path) ?? path;
        var opened = new OpenedProtocols(folder, PackFolder.Open(folder), []);
        var meant = opened.Library.Packs.Where(pack => opened.IsIn(path, pack.File)).ToList();
        return meant.Count > 0
            ? opened with
            {
                Meant = meant,
            }
            : throw CommandException.Usage($"the folder `{named}` holds no protocol (a file called NAME.protocol.md)");
    }

    public static Pack Find(PackLibrary library, string key) =>
        library.Find(key)
        ?? throw CommandException.Usage(
            $"no protocol called `{key}`",
            Nearest.Suggest(key, library.Packs.Select(pack => pack.Key))
                ?? $"there is {string.Join(", ", library.Packs.Select(pack => $"`{pack.Key}`"))}"
        );

    /// <summary>A file of rulings or arrangements that stands in no folder of protocols: a council's own.</summary>
    public static ProtocolFile ReadLayer(PackLibrary library, string path, Terminal terminal)
    {
        var file = ReadFile(library, path, terminal);
        return file.Control.Layer is Layer.Ruling or Layer.Arrangement
            ? file
            : throw CommandException.Usage($"`{path}` holds neither rulings nor arrangements", "give it `layer: arrangement`");
    }

    /// <summary>A protocol file by its path, read with the vocabulary of the folder.</summary>
    public static ProtocolFile ReadFile(PackLibrary library, string path, Terminal terminal)
    {
        var full = terminal.PathOf(path);
        return File.Exists(full)
            ? ProtocolFile.Read(new SourceText(path, File.ReadAllText(full).ReplaceLineEndings("\n")), library.Vocabulary)
            : throw CommandException.Usage($"there is no file `{path}`");
    }
}
