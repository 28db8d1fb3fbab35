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

    public PackLibrary Library(ParseResult parsed, Terminal terminal)
    {
        var library = PackFolder.Open(FolderOf(parsed, terminal));
        return library.Packs.Count > 0
            ? library
            : throw CommandException.Usage($"the folder `{FolderOf(parsed, terminal)}` holds no protocol (a file called NAME.protocol.md)");
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

    /// <summary>The one that was named, or all.</summary>
    public static IReadOnlyList<Pack> Choose(PackLibrary library, string? key) => key is null ? library.Packs : [Find(library, key)];
}
