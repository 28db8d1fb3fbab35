using System.Text.Json;
using System.Text.Json.Nodes;
using Comity.Protocols;
using Comity.Protocols.Editing;

namespace Comity.Cli.LanguageServer;

/// <summary>The structures of the Language Server Protocol, 3.17. Its places are counted from 0, ours from 1; both count UTF-16 code units.</summary>
internal static class Wire
{
    public static JsonObject Range(int line, int column, int endLine, int endColumn) =>
        new() { ["start"] = Position(line, column), ["end"] = Position(endLine, endColumn) };

    public static JsonObject Diagnostic(Diagnostic found, int endColumn) =>
        new()
        {
            ["range"] = Range(found.Line, found.Column, found.Line, endColumn),
            ["severity"] = found.Severity == Severity.Error ? 1 : 2,
            ["code"] = found.Id,
            ["source"] = "comity",
            ["message"] = found.Suggestion is null ? found.Message : $"{found.Message} ({found.Suggestion})",
        };

    public static JsonObject Completion(Suggestion item, int line, int column, int endColumn, string? words)
    {
        var completion = new JsonObject
        {
            ["label"] = item.Text,
            ["kind"] = Kind(item.Kind),
            ["textEdit"] = new JsonObject { ["range"] = Range(line, column, line, endColumn), ["newText"] = item.Text },
        };
        if (item.Detail.Length > 0)
        {
            completion["detail"] = item.Detail;
        }

        if (words is not null)
        {
            completion["documentation"] = Markdown(words);
        }

        return completion;
    }

    public static JsonObject Markdown(string text) => new() { ["kind"] = "markdown", ["value"] = text };

    public static string UriOf(string path) => new Uri(path).AbsoluteUri;

    /// <summary>Null for what is no file: a text that was never saved, a page of a version control system.</summary>
    public static string? PathOf(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var found) && found.IsFile ? Path.GetFullPath(found.LocalPath) : null;

    /// <summary>The entries as a tree: each is a part of the nearest before it that stands less deep.</summary>
    public static JsonArray Outline(IReadOnlyList<OutlineEntry> entries, bool isCases)
    {
        var roots = new JsonArray();
        var above = new Stack<(int Level, JsonArray Parts)>();
        foreach (var entry in entries)
        {
            var parts = new JsonArray();
            var symbol = new JsonObject
            {
                ["name"] = entry.Name,
                ["kind"] =
                    isCases ? 24
                    : entry.Kind == SuggestionKind.Clause ? 2
                    : 6,
                ["range"] = Range(entry.At.Line, 1, Math.Max(entry.At.Line, entry.LastLine) + 1, 1),
                ["selectionRange"] = Range(entry.At.Line, entry.At.Column, entry.At.Line, entry.At.Column),
                ["children"] = parts,
            };
            while (above.Count > 0 && above.Peek().Level >= entry.Level)
            {
                above.Pop();
            }

            (above.Count > 0 ? above.Peek().Parts : roots).Add(symbol);
            above.Push((entry.Level, parts));
        }

        return roots;
    }

    /// <summary>The one edit that makes a text another, from the first line that differs to the last; none when they are alike.</summary>
    public static JsonArray Edits(string was, string now)
    {
        if (was == now)
        {
            return [];
        }

        var (old, young) = (Lines(was), Lines(now));
        var same = old.Zip(young).TakeWhile(pair => pair.First == pair.Second).Count();
        var most = Math.Min(old.Count, young.Count) - same;
        var tail = Enumerable.Range(1, most).TakeWhile(i => old[^i] == young[^i]).Count();
        var isToTheEnd = tail == 0;
        var last = old[^1];
        return
        [
            new JsonObject
            {
                ["range"] = isToTheEnd ? Range(same + 1, 1, old.Count, last.Length + 1) : Range(same + 1, 1, old.Count - tail + 1, 1),
                ["newText"] = string.Concat(young.Take(young.Count - tail).Skip(same)),
            },
        ];
    }

    public static (int Line, int Character) Position(JsonNode? node) =>
        node is JsonObject
            ? (Number(node["line"]), Number(node["character"]))
            : throw new RequestException(RequestException.InvalidParams, "a position is missing");

    public static string Text(JsonNode? node, string what) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>()
            : throw new RequestException(RequestException.InvalidParams, $"`{what}` is missing");

    public static int? NumberOrNull(JsonNode? node) => node is JsonValue value && value.TryGetValue(out int number) ? number : null;

    private static int Number(JsonNode? node) =>
        NumberOrNull(node) is >= 0 and var number
            ? number
            : throw new RequestException(RequestException.InvalidParams, "a position has no number");

    private static JsonObject Position(int line, int column) =>
        new() { ["line"] = Math.Max(0, line - 1), ["character"] = Math.Max(0, column - 1) };

    // Lines as an editor counts them, each with its ending.
    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n')))
            {
                lines.Add(text[start..(i + 1)]);
                start = i + 1;
            }
        }

        lines.Add(text[start..]);
        return lines;
    }

    private static int Kind(SuggestionKind kind) =>
        kind switch
        {
            SuggestionKind.Act => 3,
            SuggestionKind.Role => 7,
            SuggestionKind.Party => 6,
            SuggestionKind.Fact => 5,
            SuggestionKind.Value => 20,
            SuggestionKind.Norm or SuggestionKind.Clause => 18,
            SuggestionKind.File => 17,
            SuggestionKind.Name => 21,
            _ => 14,
        };
}
