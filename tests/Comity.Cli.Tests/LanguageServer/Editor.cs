using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Comity.Testing;

namespace Comity.Cli.Tests.LanguageServer;

/// <summary>An editor at the other end of a real <c>comity lsp</c>.</summary>
public sealed class Editor : IDisposable
{
    private readonly Process process;
    private readonly Stream output;
    private readonly Task<string> errors;
    private int requests;

    private Editor(Process process)
    {
        this.process = process;
        output = new BufferedStream(process.StandardOutput.BaseStream);
        errors = process.StandardError.ReadToEndAsync();
    }

    public static Editor Start()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Checkout.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "comity.dll"));
        start.ArgumentList.Add("lsp");
        start.ArgumentList.Add("--stdio");
        return new Editor(Process.Start(start)!);
    }

    /// <summary>One that has said hello.</summary>
    public static async Task<Editor> OpenAsync()
    {
        var editor = Start();
        await editor.AskAsync(
            "initialize",
            new JsonObject
            {
                ["processId"] = null,
                ["rootUri"] = null,
                ["capabilities"] = new JsonObject(),
            }
        );
        editor.Tell("initialized", new JsonObject());
        return editor;
    }

    public static string UriOf(string path) => new Uri(path).AbsoluteUri;

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    public void SendBytes(string bytes)
    {
        process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(bytes));
        process.StandardInput.BaseStream.Flush();
    }

    public void Send(string body) =>
        SendBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));

    public void Tell(string method, JsonNode? given) =>
        Send(
            new JsonObject
            {
                ["jsonrpc"] = "2.0",
                ["method"] = method,
                ["params"] = given,
            }.ToJsonString()
        );

    /// <summary>Asks, and reads on to the answer.</summary>
    public async Task<JsonNode> ReplyAsync(string method, JsonNode? given)
    {
        var id = ++requests;
        Send(
            new JsonObject
            {
                ["jsonrpc"] = "2.0",
                ["id"] = id,
                ["method"] = method,
                ["params"] = given,
            }.ToJsonString()
        );
        while (true)
        {
            var message = await ReadAsync();
            if (message["id"]?.GetValue<int>() == id)
            {
                return message;
            }
        }
    }

    public async Task<JsonNode?> AskAsync(string method, JsonNode? given)
    {
        var reply = await ReplyAsync(method, given);
        reply["error"].ShouldBeNull();
        return reply["result"];
    }

    public Task<JsonNode?> AskAtAsync(string method, string path, int line, int character) =>
        AskAsync(
            method,
            new JsonObject
            {
                ["textDocument"] = new JsonObject { ["uri"] = UriOf(path) },
                ["position"] = new JsonObject { ["line"] = line, ["character"] = character },
            }
        );

    public void Open(string path, string text, int version = 1) =>
        Tell(
            "textDocument/didOpen",
            new JsonObject
            {
                ["textDocument"] = new JsonObject
                {
                    ["uri"] = UriOf(path),
                    ["languageId"] = "markdown",
                    ["version"] = version,
                    ["text"] = text,
                },
            }
        );

    public void Change(string path, int version, params JsonObject[] changes) =>
        Tell(
            "textDocument/didChange",
            new JsonObject
            {
                ["textDocument"] = new JsonObject { ["uri"] = UriOf(path), ["version"] = version },
                ["contentChanges"] = new JsonArray([.. changes]),
            }
        );

    /// <summary>Reads on to what is said of a file, of the version that is meant.</summary>
    public async Task<JsonArray> FindingsAsync(string path, int? version = null)
    {
        while (true)
        {
            var message = await ReadAsync();
            var given = message["params"];
            if (
                message["method"]?.GetValue<string>() == "textDocument/publishDiagnostics"
                && given!["uri"]!.GetValue<string>() == UriOf(path)
                && (version is null || given["version"]?.GetValue<int>() == version)
            )
            {
                return given["diagnostics"]!.AsArray();
            }
        }
    }

    /// <summary>The next message; the end of the stream fails with what was said on standard error.</summary>
    public async Task<JsonNode> ReadAsync()
    {
        var length = 0;
        while (await LineAsync() is { Length: > 0 } header)
        {
            header.ShouldStartWith("Content-Length: ");
            length = int.Parse(header["Content-Length: ".Length..], CultureInfo.InvariantCulture);
        }

        var body = new byte[length];
        await output.ReadExactlyAsync(body, TestContext.Current.CancellationToken);
        return JsonNode.Parse(body)!;
    }

    public async Task<(int Code, string Errors)> EndAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await errors);
    }

    private async Task<string> LineAsync()
    {
        var line = new StringBuilder();
        var next = new byte[1];
        while (await output.ReadAsync(next, TestContext.Current.CancellationToken) == 1)
        {
            if (next[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)next[0]);
        }

        throw new InvalidOperationException($"the server has ended: {await errors}");
    }
}
