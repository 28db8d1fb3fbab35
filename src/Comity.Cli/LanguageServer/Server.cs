using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Comity.Service.ProtocolLibrary;

namespace Comity.Cli.LanguageServer;

/// <summary>
/// The conversation with one editor: initialize, then messages in their order, until shutdown and exit. What goes wrong with one message is answered, or said
/// on standard error, and ends nothing. Findings are published when no message waits, so that fast typing is checked once.
/// </summary>
internal sealed class Server(Stream input, Stream output, TextWriter log) : IDisposable
{
    private readonly MessageStream stream = new(input, output);
    private readonly Workspace workspace = new();
    private readonly DiagnosticPage page = DiagnosticPage.Read();
    private bool isInitialized;
    private bool isShutDown;
    private Publisher? publisher;
    private Answers? answers;

    /// <summary>Runs until the editor says <c>exit</c> or closes the stream. True when it had said <c>shutdown</c> before.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        publisher = new Publisher(workspace, stream);
        answers = new Answers(workspace, publisher, page);
        var waiting = Channel.CreateUnbounded<JsonNode>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = false });
        // Reading blocks: it has a thread of its own, which ends with the stream or with the program.
        var reading = new Thread(() => ReadAll(waiting.Writer)) { IsBackground = true, Name = "editor" };
        reading.Start();
        while (await waiting.Reader.WaitToReadAsync(cancellationToken))
        {
            while (waiting.Reader.TryRead(out var message))
            {
                if (message is JsonObject { } said && IsNotification(said, "exit"))
                {
                    return isShutDown;
                }

                Handle(message);
            }

            Guard(publisher.Publish);
        }

        return isShutDown;
    }

    public void Dispose() => stream.Dispose();

    private void ReadAll(ChannelWriter<JsonNode> messages)
    {
        while (true)
        {
            try
            {
                if (stream.Read() is not { } message)
                {
                    break;
                }

                messages.TryWrite(message);
            }
            catch (JsonException defect)
            {
                messages.TryWrite(JsonValue.Create(defect.Message));
            }
            catch (Exception defect) when (defect is IOException or ObjectDisposedException)
            {
                break;
            }
        }

        messages.Complete();
    }

    private void Handle(JsonNode message)
    {
        // A text in place of a message: what was wrong with one that could not be read.
        if (message is JsonValue)
        {
            Answer(null, RequestException.ParseError, message.ToString());
        }
        else if (message is not JsonObject said || said["method"] is not JsonValue method || method.GetValueKind() != JsonValueKind.String)
        {
            // The answer to a question of ours, of which there are none, or no message at all.
            if (message is not JsonObject { } other || (!other.ContainsKey("result") && !other.ContainsKey("error")))
            {
                Answer((message as JsonObject)?["id"]?.DeepClone(), RequestException.InvalidRequest, "this is no request");
            }
        }
        else if (said.ContainsKey("id"))
        {
            Request(said, method.GetValue<string>());
        }
        else if (isInitialized && !isShutDown)
        {
            Guard(() => Notified(method.GetValue<string>(), said["params"]));
        }
    }

    private void Request(JsonObject said, string method)
    {
        var id = said["id"]?.DeepClone();
        try
        {
            stream.Write(
                new JsonObject
                {
                    ["jsonrpc"] = "2.0",
                    ["id"] = id,
                    ["result"] = ResultOf(method, said["params"]),
                }
            );
        }
        catch (RequestException refused)
        {
            Answer(id?.DeepClone(), refused.Code, refused.Message);
        }
        // Whatever it is: one request has failed, and the author goes on writing.
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            log.WriteLine($"comity lsp: {method}: {defect}");
            Answer(id?.DeepClone(), RequestException.InternalError, $"{method} failed: {defect.Message}");
        }
    }

    private JsonNode? ResultOf(string method, JsonNode? given)
    {
        if (method == "initialize")
        {
            isInitialized = isInitialized ? throw new RequestException(RequestException.InvalidRequest, "it is initialized already") : true;
            return Capabilities();
        }

        if (!isInitialized)
        {
            throw new RequestException(RequestException.NotInitialized, "the first request is initialize");
        }

        if (isShutDown)
        {
            throw new RequestException(RequestException.InvalidRequest, "it is shut down");
        }

        if (method == "shutdown")
        {
            isShutDown = true;
            return null;
        }

        return answers!.To(method, given);
    }

    private void Notified(string method, JsonNode? given)
    {
        var about = given?["textDocument"];
        switch (method)
        {
            case "textDocument/didOpen":
                var uri = Wire.Text(about?["uri"], "uri");
                if (Wire.PathOf(uri) is { } path && PackFolder.IsText(path))
                {
                    workspace.Put(new OpenDocument(uri, path, Wire.NumberOrNull(about?["version"]), Wire.Text(about?["text"], "text")));
                    publisher!.IsDue = true;
                }

                break;
            case "textDocument/didChange":
                if (workspace.Find(Wire.Text(about?["uri"], "uri")) is { } document)
                {
                    workspace.Put(Changed(document, Wire.NumberOrNull(about?["version"]), given?["contentChanges"] as JsonArray ?? []));
                    publisher!.IsDue = true;
                }

                break;
            case "textDocument/didClose":
                workspace.Close(Wire.Text(about?["uri"], "uri"));
                publisher!.IsDue = true;
                break;
            case "textDocument/didSave" or "workspace/didChangeWatchedFiles":
                workspace.Forget();
                publisher!.IsDue = true;
                break;
        }
    }

    private static OpenDocument Changed(OpenDocument document, int? version, JsonArray changes)
    {
        foreach (var change in changes)
        {
            var text = Wire.Text(change?["text"], "text");
            document = document.With(
                version,
                change?["range"] is { } range ? document.Replaced(Wire.Position(range["start"]), Wire.Position(range["end"]), text) : text
            );
        }

        return document;
    }

    private void Guard(Action act)
    {
        try
        {
            act();
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            log.WriteLine($"comity lsp: {(defect is RequestException ? defect.Message : defect)}");
        }
    }

    private void Answer(JsonNode? id, int code, string message) =>
        stream.Write(
            new JsonObject
            {
                ["jsonrpc"] = "2.0",
                ["id"] = id,
                ["error"] = new JsonObject { ["code"] = code, ["message"] = message },
            }
        );

    private static bool IsNotification(JsonObject said, string method) =>
        !said.ContainsKey("id") && said["method"] is JsonValue name && name.TryGetValue(out string? text) && text == method;

    private static JsonObject Capabilities() =>
        new()
        {
            ["capabilities"] = new JsonObject
            {
                ["positionEncoding"] = "utf-16",
                ["textDocumentSync"] = new JsonObject
                {
                    ["openClose"] = true,
                    ["change"] = 2,
                    ["save"] = true,
                },
                ["completionProvider"] = new JsonObject { ["triggerCharacters"] = new JsonArray(" ", ",", "=", "`") },
                ["hoverProvider"] = true,
                ["definitionProvider"] = true,
                ["documentSymbolProvider"] = true,
                ["documentFormattingProvider"] = true,
            },
            ["serverInfo"] = new JsonObject { ["name"] = "comity", ["version"] = typeof(Server).Assembly.GetName().Version!.ToString(3) },
        };
}
