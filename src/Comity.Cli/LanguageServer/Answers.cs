using System.Text.Json.Nodes;
using Comity.Protocols;
using Comity.Protocols.Editing;
using Comity.Protocols.Language;

namespace Comity.Cli.LanguageServer;

/// <summary>The answers to an editor's questions about an open file.</summary>
internal sealed class Answers(Workspace workspace, Publisher publisher, DiagnosticPage page)
{
    /// <exception cref="RequestException">There is no such question, or its parts are missing.</exception>
    public JsonNode? To(string method, JsonNode? given) =>
        method switch
        {
            "textDocument/completion" => Complete(Document(given), Position(given)),
            "textDocument/hover" => Hover(Document(given), Position(given)),
            "textDocument/definition" => Define(Document(given), Position(given)),
            "textDocument/documentSymbol" => Outline(Document(given)),
            "textDocument/formatting" => Format(Document(given)),
            _ => throw new RequestException(RequestException.MethodNotFound, $"nothing is called {method}"),
        };

    private OpenDocument? Document(JsonNode? given) => workspace.Find(Wire.Text(given?["textDocument"]?["uri"], "uri"));

    private static (int Line, int Column) Position(JsonNode? given)
    {
        var (line, character) = Wire.Position(given?["position"]);
        return (line + 1, character + 1);
    }

    private JsonArray Complete(OpenDocument? document, (int Line, int Column) at)
    {
        if (document is null)
        {
            return [];
        }

        var edited = workspace.Edited(document);
        var found = edited.Suggest(at.Line, at.Column);
        return
        [
            .. found.Items.Select(item =>
                Wire.Completion(item, at.Line, found.Column, at.Column, item.Kind is SuggestionKind.Keyword ? null : edited.Describe(item))
            ),
        ];
    }

    private JsonObject? Hover(OpenDocument? document, (int Line, int Column) at)
    {
        if (document is null)
        {
            return null;
        }

        if (publisher.IsDue)
        {
            publisher.Collect();
        }

        var word = workspace.Edited(document).Describe(at.Line, at.Column);
        var found = publisher
            .At(document.Path, at.Line, at.Column)
            .Select(one => $"**{one.Id}** {one.Message}\n\n{page.Of(one.Id)}".TrimEnd());
        var text = string.Join("\n\n---\n\n", word is null ? found : found.Append(word.Text));
        if (text.Length == 0)
        {
            return null;
        }

        var hover = new JsonObject { ["contents"] = Wire.Markdown(text) };
        if (word is not null)
        {
            hover["range"] = Wire.Range(at.Line, word.Column, at.Line, word.EndColumn);
        }

        return hover;
    }

    private JsonObject? Define(OpenDocument? document, (int Line, int Column) at)
    {
        if (document is null || workspace.Edited(document).Define(at.Line, at.Column) is not { } place)
        {
            return null;
        }

        var path = workspace.FolderOf(document).PathOf(place.Path);
        return new JsonObject
        {
            ["uri"] = workspace.Open.FirstOrDefault(open => open.Path == path)?.Uri ?? Wire.UriOf(path),
            ["range"] = Wire.Range(place.Line, place.Column, place.Line, place.Column),
        };
    }

    private JsonArray Outline(OpenDocument? document) =>
        document is null
            ? []
            : Wire.Outline(workspace.Edited(document).Outline(), document.Path.EndsWith(".case", StringComparison.Ordinal));

    // A text with errors is left as it is: what is wrong is shown in it already.
    private static JsonArray? Format(OpenDocument? document) =>
        document is null || !document.Path.EndsWith(".md", StringComparison.Ordinal)
            ? null
            : Wire.Edits(document.Text, ProtocolFormatter.Format(new SourceText(document.Path, document.Text)).Text);
}
