using Comity.Protocols;
using Comity.Protocols.Editing;
using Comity.Service.ProtocolLibrary;

namespace Comity.Cli.LanguageServer;

/// <summary>The files that are open in the editor, each with the folder of protocols that it belongs to: what is not open is read from disk.</summary>
internal sealed class Workspace
{
    private readonly Dictionary<string, OpenDocument> open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReadFolder> folders = new(StringComparer.Ordinal);

    public IEnumerable<OpenDocument> Open => open.Values;

    public OpenDocument? Find(string uri) => open.GetValueOrDefault(uri);

    public void Put(OpenDocument document)
    {
        // One file may be known by two addresses: what was typed last is what it says.
        foreach (var other in open.Values.Where(other => other.Path == document.Path && other.Uri != document.Uri).ToList())
        {
            open.Remove(other.Uri);
        }

        open[document.Uri] = document;
        folders.Clear();
    }

    public void Close(string uri)
    {
        open.Remove(uri);
        folders.Clear();
    }

    /// <summary>Files have changed on disk.</summary>
    public void Forget() => folders.Clear();

    /// <summary>The folder that a file belongs to; a file that belongs to none is read as one of its own folder.</summary>
    public ReadFolder FolderOf(OpenDocument document)
    {
        var path = PackFolder.Around(document.Path) ?? Path.GetDirectoryName(document.Path)!;
        if (!folders.TryGetValue(path, out var folder))
        {
            var buffers = open.Values.ToDictionary(found => found.Path, found => found.Lines, StringComparer.Ordinal);
            folders[path] = folder = new ReadFolder(path, PackFolder.ReadFiles(path, buffers));
        }

        return folder;
    }

    /// <summary>The text beside the others of its folder.</summary>
    public EditedText Edited(OpenDocument document)
    {
        var folder = FolderOf(document);
        var source = new SourceText(folder.NameOf(document.Path) ?? Path.GetFileName(document.Path), document.Lines);
        return new EditedText(source, folder.Library.Library);
    }
}
