using System.Text.Json.Nodes;
using Comity.Protocols;
using Comity.Protocols.Editing;

namespace Comity.Cli.LanguageServer;

/// <summary>Sends the editor what is wrong in the open files, and in the other files of the same protocols: the findings of <c>comity check</c>.</summary>
internal sealed class Publisher(Workspace workspace, MessageStream stream)
{
    private readonly HashSet<string> published = new(StringComparer.Ordinal);
    private Dictionary<string, List<(Diagnostic Found, int EndColumn)>> current = new(StringComparer.Ordinal);

    /// <summary>True when something has changed since it last published.</summary>
    public bool IsDue { get; set; }

    /// <summary>The findings of a file that cover a place, with lines and columns counted from 1.</summary>
    public IEnumerable<Diagnostic> At(string path, int line, int column) =>
        current.TryGetValue(path, out var found)
            ? found.Where(one => one.Found.Line == line && one.Found.Column <= column && column <= one.EndColumn).Select(one => one.Found)
            : [];

    public void Publish()
    {
        if (!IsDue)
        {
            return;
        }

        IsDue = false;
        Collect();
        var open = workspace.Open.ToDictionary(document => document.Path, StringComparer.Ordinal);
        foreach (var path in current.Keys.Union(open.Keys).Union(published).ToList())
        {
            var found = current.GetValueOrDefault(path, []);
            var message = new JsonObject
            {
                ["uri"] = open.TryGetValue(path, out var document) ? document.Uri : Wire.UriOf(path),
                ["diagnostics"] = new JsonArray([.. found.Select(one => Wire.Diagnostic(one.Found, one.EndColumn))]),
            };
            if (document?.Version is { } version)
            {
                message["version"] = version;
            }

            stream.Write(
                new JsonObject
                {
                    ["jsonrpc"] = "2.0",
                    ["method"] = "textDocument/publishDiagnostics",
                    ["params"] = message,
                }
            );
            // A file without findings is told so once, and again while it is open.
            if (found.Count > 0)
            {
                published.Add(path);
            }
            else
            {
                published.Remove(path);
            }
        }
    }

    /// <summary>Brings the findings up to date with what is open now, without sending them.</summary>
    public void Collect()
    {
        current = new(StringComparer.Ordinal);
        foreach (var group in workspace.Open.GroupBy(workspace.FolderOf))
        {
            var folder = group.Key;
            foreach (var file in folder.Check(group.Select(document => document.Path)).GroupBy(found => found.Path))
            {
                var source = folder.Library.Texts.FirstOrDefault(text => text.Path == file.Key);
                var text = source is null ? null : new EditedText(source, folder.Library.Library);
                current[folder.PathOf(file.Key)] =
                [
                    .. file.Select(found => (found, text is null ? found.Column : text.EndOf(found.Line, found.Column))),
                ];
            }
        }
    }
}
