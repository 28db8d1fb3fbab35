using System.Text.Json;
using System.Text.Json.Nodes;
using Comity.Testing;

namespace Comity.Cli.Tests.LanguageServer;

/// <summary><c>comity lsp</c> as editors use it: a process, spoken to over its standard input and output.</summary>
[Trait("Takes", "long")]
public sealed class LspTests : IDisposable
{
    private const string Protocol = """
        ---
        protocol: lea
        council-kind: parish
        nation: england
        ---
        ## 1 Replies {#replies}

        An answer is owed.

        ```rule lea/1/a
        on reply by officer to member
        must due reply 5 working days after received-on
        ```

        ### 1.1 Rude letters {#rude}

        They need no answer.

        ```rule lea/1.1/a
        on reply by officer to member
        when abusive-message
        despite lea/1/a
        may stop reply
        ```

        """;

    private const string Cases = """
        case lea/1/a: a week
        act reply
        by officer
        to member
        fact received-on = 2026-06-01
        expect due reply 2026-06-08
        expect cites 1

        """;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string File => Path.Combine(folder.Path, "lea.protocol.md");

    private string CaseFile => Path.Combine(folder.Path, "cases/1.case");

    [Fact]
    public async Task Initialize_says_what_it_can_and_shutdown_and_exit_end_well()
    {
        using var editor = Editor.Start();

        var result = await editor.AskAsync("initialize", new JsonObject { ["capabilities"] = new JsonObject() });
        var capabilities = result!["capabilities"]!;
        (await editor.AskAsync("shutdown", null)).ShouldBeNull();
        var late = await editor.ReplyAsync("textDocument/hover", new JsonObject());
        editor.Tell("exit", null);

        capabilities["textDocumentSync"]!["change"]!.GetValue<int>().ShouldBe(2);
        capabilities["positionEncoding"]!.GetValue<string>().ShouldBe("utf-16");
        foreach (var provider in new[] { "hover", "definition", "documentSymbol", "documentFormatting" })
        {
            capabilities[$"{provider}Provider"]!.GetValue<bool>().ShouldBeTrue();
        }

        result["serverInfo"]!["name"]!.GetValue<string>().ShouldBe("comity");
        late["error"]!["code"]!.GetValue<int>().ShouldBe(-32600);
        (await editor.EndAsync()).Code.ShouldBe(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Editor_that_goes_without_shutdown_leaves_it_failed(bool says)
    {
        using var editor = await Editor.OpenAsync();
        if (says)
        {
            editor.Tell("exit", null);
        }

        var (code, errors) = await editor.EndAsync();

        code.ShouldBe(1);
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Findings_while_typing_are_those_of_check()
    {
        const string faulty = "on repyl by officr\nwhen urgnt is\nmust du reply\n";
        var text = Protocol.Replace("on reply by officer to member\nmust", faulty + "must", StringComparison.Ordinal);
        folder.Write("lea.protocol.md", Protocol);
        folder.Write("cases/1.case", Cases);
        folder.Write("saved/lea.protocol.md", text);
        folder.Write("saved/cases/1.case", Cases);
        var check = await CliRun.OfAsync("check", Path.Combine(folder.Path, "saved"), "--format", "json");
        Directory.Delete(Path.Combine(folder.Path, "saved"), recursive: true);
        using var editor = await Editor.OpenAsync();

        editor.Open(File, Protocol);
        var before = await editor.FindingsAsync(File, 1);
        editor.Change(File, 2, new JsonObject { ["text"] = text });
        var after = await editor.FindingsAsync(File, 2);

        before.ShouldBeEmpty();
        using var report = JsonDocument.Parse(check.Out);
        var expected = report
            .RootElement.GetProperty("findings")
            .EnumerateArray()
            .Where(found => found.GetProperty("path").GetString()!.EndsWith("lea.protocol.md", StringComparison.Ordinal))
            .Select(found =>
                $"{found.GetProperty("id").GetString()} {found.GetProperty("line").GetInt32() - 1}:{found.GetProperty("column").GetInt32() - 1}"
            )
            .ToList();
        expected.Count.ShouldBeGreaterThan(2);
        after
            .Select(found => $"{found!["code"]} {found["range"]!["start"]!["line"]}:{found["range"]!["start"]!["character"]}")
            .ShouldBe(expected);
        after[0]!["message"]!.GetValue<string>().ShouldBe("no act is called `repyl` (did you mean `reply`?)");
        after[0]!["severity"]!.GetValue<int>().ShouldBe(1);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Positions_count_utf16_units_whatever_stands_before_them(string ending)
    {
        var text = Protocol
            .Replace("An answer is owed.", "Réponse due. 🙂", StringComparison.Ordinal)
            .Replace("may stop reply", "may stop reply\nshow \"🙂 é\" extra", StringComparison.Ordinal)
            .Replace("\n", ending, StringComparison.Ordinal);
        folder.Write("lea.protocol.md", text);
        using var editor = await Editor.OpenAsync();

        editor.Open(File, text);
        var found = (await editor.FindingsAsync(File, 1)).Single()!;

        var line = text.Split('\n').ToList().FindIndex(one => one.Contains("extra", StringComparison.Ordinal));
        Range(found).ShouldBe((line, 12, line, 17));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Edits_of_a_part_are_applied_where_the_editor_means_them(string ending)
    {
        var text = Protocol
            .Replace("may stop reply", "may stop reply\nshow \"🙂 é\"", StringComparison.Ordinal)
            .Replace("\n", ending, StringComparison.Ordinal);
        folder.Write("lea.protocol.md", text);
        var line = text.Split('\n').ToList().FindIndex(one => one.StartsWith("show", StringComparison.Ordinal));
        using var editor = await Editor.OpenAsync();
        editor.Open(File, text);
        (await editor.FindingsAsync(File, 1)).ShouldBeEmpty();

        // After the closing quotation mark; then away with it again, from there to past the end of the line.
        editor.Change(File, 2, Part(line, 11, line, 11, " ï"));
        var typed = await editor.FindingsAsync(File, 2);
        editor.Change(File, 3, Part(line, 12, line, 13, "x"), Part(line, 11, line, 999, ""));
        var deleted = await editor.FindingsAsync(File, 3);

        typed.Single()!["range"]!["start"]!["character"]!.GetValue<int>().ShouldBe(12);
        typed.Single()!["code"]!.GetValue<string>().ShouldBe("CP0019");
        deleted.ShouldBeEmpty();
    }

    [Fact]
    public async Task Unsaved_text_counts_and_the_other_files_are_read_from_disk()
    {
        folder.Write("lea.protocol.md", Protocol);
        folder.Write("cases/1.case", Cases);
        using var editor = await Editor.OpenAsync();
        editor.Open(File, Protocol);
        (await editor.FindingsAsync(File, 1)).ShouldBeEmpty();

        editor.Change(File, 2, new JsonObject { ["text"] = Protocol.Replace("lea/1/a", "lea/1/b", StringComparison.Ordinal) });
        var broken = await editor.FindingsAsync(CaseFile);
        editor.Change(File, 3, new JsonObject { ["text"] = Protocol });
        var mended = await editor.FindingsAsync(CaseFile);

        broken.Single()!["code"]!.GetValue<string>().ShouldBe("CP0106");
        mended.ShouldBeEmpty();
        (await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken)).ShouldBe(Protocol);
    }

    [Fact]
    public async Task File_that_was_never_saved_is_read_beside_the_vocabulary()
    {
        using var editor = await Editor.OpenAsync();

        editor.Open(File, Protocol);
        var found = await editor.FindingsAsync(File, 1);
        editor.Tell("textDocument/didClose", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = Editor.UriOf(File) } });

        found.ShouldBeEmpty();
        (await editor.AskAtAsync("textDocument/hover", File, 10, 4)).ShouldBeNull();
    }

    [Fact]
    public async Task Arrangements_that_no_folder_loads_are_read_by_themselves()
    {
        folder.Write("lea.protocol.md", Protocol);
        var path = Path.Combine(folder.Path, "ours.arrangement.md");
        const string text =
            "---\nprotocol: ours\nlayer: arrangement\n---\n## A Ours {#ours}\n\n```rule ours/A/a\non repyl\nmay stop reply\n```\n";
        using var editor = await Editor.OpenAsync();

        editor.Open(path, text);

        (await editor.FindingsAsync(path, 1)).Single()!["code"]!.GetValue<string>().ShouldBe("CP0101");
        (await SymbolsAsync(editor, path)).Single()!["name"]!.GetValue<string>().ShouldBe("A Ours");
    }

    [Fact]
    public async Task File_that_is_none_of_ours_is_left_alone()
    {
        var path = folder.Write("README.md", "```rule x\non  nothing\n```\n");
        using var editor = await Editor.OpenAsync();

        editor.Open(path, "```rule x\non  nothing\n```\n");

        (await editor.AskAtAsync("textDocument/completion", path, 1, 3))!.AsArray().ShouldBeEmpty();
        (await FormatAsync(editor, path)).ShouldBeNull();
        (await editor.AskAsync("shutdown", null)).ShouldBeNull();
    }

    [Fact]
    public async Task File_changed_on_disk_is_read_again()
    {
        folder.Write("lea.protocol.md", Protocol);
        folder.Write("cases/1.case", Cases);
        using var editor = await Editor.OpenAsync();
        editor.Open(CaseFile, Cases);
        (await editor.FindingsAsync(CaseFile, 1)).ShouldBeEmpty();

        folder.Write("lea.protocol.md", Protocol.Replace("lea/1/a", "lea/1/b", StringComparison.Ordinal));
        editor.Tell("workspace/didChangeWatchedFiles", new JsonObject { ["changes"] = new JsonArray() });

        (await editor.FindingsAsync(CaseFile, 1)).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("on ", "reply", 3)]
    [InlineData("on reply by ", "officer", 7)]
    [InlineData("on reply\nwhen abus", "abusive-message", 5)]
    [InlineData("on reply\nwhen request is ", "enquiry", 20)]
    [InlineData("on reply\ndespite ", "lea/1/a", 18)]
    [InlineData("on reply\nmust ", "require", 14)]
    public async Task Completion_offers_the_words_of_the_place(string typed, string expected, int kind)
    {
        var text = Protocol + "```rule lea/1.1/b\n" + typed;
        folder.Write("lea.protocol.md", Protocol);
        using var editor = await Editor.OpenAsync();
        editor.Open(File, text);
        var lines = text.Split('\n');

        var items = (await editor.AskAtAsync("textDocument/completion", File, lines.Length - 1, lines[^1].Length))!.AsArray();

        var item = items.Single(one => one!["label"]!.GetValue<string>() == expected)!;
        item["kind"]!.GetValue<int>().ShouldBe(kind);
        var range = item["textEdit"]!["range"]!;
        range["start"]!["character"]!.GetValue<int>().ShouldBe(lines[^1].LastIndexOf(' ') + 1);
        range["end"]!["character"]!.GetValue<int>().ShouldBe(lines[^1].Length);
    }

    [Fact]
    public async Task Completion_in_a_case_offers_clauses_and_values()
    {
        folder.Write("lea.protocol.md", Protocol);
        using var editor = await Editor.OpenAsync();
        editor.Open(CaseFile, Cases + "expect cites \nfact request = ");

        var cites = (await editor.AskAtAsync("textDocument/completion", CaseFile, 7, 13))!.AsArray();
        var values = (await editor.AskAtAsync("textDocument/completion", CaseFile, 8, 15))!.AsArray();

        cites.Select(item => item!["label"]!.GetValue<string>()).ShouldBe(["1", "1.1", "lea/1/a", "lea/1.1/a"]);
        values.Select(item => item!["label"]!.GetValue<string>()).ShouldContain("correspondence");
    }

    [Fact]
    public async Task Hover_on_a_fact_gives_its_question_and_help_and_on_a_finding_its_page()
    {
        var text = Protocol.Replace("on reply by officer to member\nmust", "on reply by officr to member\nmust", StringComparison.Ordinal);
        folder.Write("lea.protocol.md", text);
        using var editor = await Editor.OpenAsync();
        editor.Open(File, text);
        var lines = text.Split('\n').ToList();

        var fact = await editor.AskAtAsync("textDocument/hover", File, lines.IndexOf("when abusive-message"), 8);
        var finding = await editor.AskAtAsync("textDocument/hover", File, lines.IndexOf("on reply by officr to member"), 13);
        var nothing = await editor.AskAtAsync("textDocument/hover", File, 7, 3);

        fact!["contents"]!["value"]!.GetValue<string>().ShouldContain("- `yes` Yes");
        fact["range"]!.ToJsonString().ShouldContain("\"character\":5}");
        var page = finding!["contents"]!["value"]!.GetValue<string>();
        page.ShouldStartWith("**CP0102** no role is called `officr`\n\n");
        page.ShouldContain("````protocol");
        nothing.ShouldBeNull();
    }

    [Fact]
    public async Task Definition_leads_from_a_clause_to_its_heading_and_from_a_fact_to_the_vocabulary()
    {
        folder.Write("lea.protocol.md", Protocol);
        folder.Write("cases/1.case", Cases);
        using var editor = await Editor.OpenAsync();
        editor.Open(File, Protocol);
        editor.Open(CaseFile, Cases);
        var lines = Protocol.Split('\n').ToList();

        var clause = await editor.AskAtAsync("textDocument/definition", CaseFile, 6, 13);
        var norm = await editor.AskAtAsync("textDocument/definition", File, lines.IndexOf("despite lea/1/a"), 10);
        var fact = await editor.AskAtAsync("textDocument/definition", File, lines.IndexOf("when abusive-message"), 5);
        var nowhere = await editor.AskAtAsync("textDocument/definition", File, 7, 3);

        clause!["uri"]!.GetValue<string>().ShouldBe(Editor.UriOf(File));
        clause["range"]!["start"]!["line"]!.GetValue<int>().ShouldBe(lines.IndexOf("## 1 Replies {#replies}"));
        norm!["range"]!["start"]!["line"]!.GetValue<int>().ShouldBe(lines.IndexOf("on reply by officer to member"));
        fact!["uri"]!.GetValue<string>().ShouldBe(Editor.UriOf(Checkout.PathOf("protocols/vocabulary/facts.md")));
        var line = fact["range"]!["start"]!["line"]!.GetValue<int>();
        Checkout.Read("protocols/vocabulary/facts.md").Split('\n')[line].ShouldBe("```fact abusive-message");
        nowhere.ShouldBeNull();
    }

    [Fact]
    public async Task Symbols_are_the_clauses_with_their_norms()
    {
        folder.Write("lea.protocol.md", Protocol);
        using var editor = await Editor.OpenAsync();
        editor.Open(File, Protocol);
        editor.Open(CaseFile, Cases);

        var symbols = await SymbolsAsync(editor, File);
        var cases = await SymbolsAsync(editor, CaseFile);

        symbols.Single()!["name"]!.GetValue<string>().ShouldBe("1 Replies");
        var parts = symbols[0]!["children"]!.AsArray();
        parts.Select(part => part!["name"]!.GetValue<string>()).ShouldBe(["lea/1/a", "1.1 Rude letters"]);
        parts[1]!["children"]![0]!["name"]!.GetValue<string>().ShouldBe("lea/1.1/a");
        cases.Single()!["name"]!.GetValue<string>().ShouldBe("lea/1/a: a week");
        foreach (var part in parts)
        {
            var (range, selection) = (part!["range"]!, part["selectionRange"]!);
            selection["start"]!["line"]!.GetValue<int>().ShouldBeGreaterThanOrEqualTo(range["start"]!["line"]!.GetValue<int>());
            selection["end"]!["line"]!.GetValue<int>().ShouldBeLessThan(range["end"]!["line"]!.GetValue<int>());
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Formatting_changes_the_lines_that_differ_and_no_other(string ending)
    {
        var text = Protocol.Replace(
            "when abusive-message\ndespite lea/1/a",
            "despite   lea/1/a\nwhen  abusive-message",
            StringComparison.Ordinal
        );
        text = text.Replace("\n", ending, StringComparison.Ordinal);
        using var editor = await Editor.OpenAsync();
        editor.Open(File, text);
        editor.Open(CaseFile, Cases);

        var edit = (await FormatAsync(editor, File))!.AsArray().Single()!;
        editor.Change(File, 2, new JsonObject { ["text"] = Protocol });
        var again = (await FormatAsync(editor, File))!.AsArray();
        editor.Change(File, 3, new JsonObject { ["text"] = text.Replace("may stop", "mya stop", StringComparison.Ordinal) });
        var faulty = (await FormatAsync(editor, File))!.AsArray();

        var line = text.Split('\n').ToList().FindIndex(one => one.StartsWith("despite", StringComparison.Ordinal));
        edit["newText"]!.GetValue<string>().ShouldBe($"when abusive-message{ending}despite lea/1/a{ending}");
        Range(edit).ShouldBe((line, 0, line + 2, 0));
        again.ShouldBeEmpty();
        faulty.ShouldBeEmpty();
        (await FormatAsync(editor, CaseFile)).ShouldBeNull();
    }

    [Fact]
    public async Task Malformed_messages_are_answered_with_their_errors_and_the_next_is_read()
    {
        (string Body, int Code)[] messages =
        [
            ("no json", -32700),
            ("{", -32700),
            ("null", -32700),
            ("[]", -32600),
            ("{\"id\": 7}", -32600),
            ("{\"id\": 7, \"method\": 3}", -32600),
            ("{\"id\": 7, \"method\": \"textDocument/rename\"}", -32601),
            ("{\"id\": 7, \"method\": \"textDocument/hover\"}", -32602),
            ("{\"id\": 7, \"method\": \"textDocument/hover\", \"params\": [1]}", -32603),
            (
                "{\"id\": 7, \"method\": \"textDocument/hover\", \"params\": {\"textDocument\": {\"uri\": \"file:///a\"}, \"position\": {\"line\": -1}}}",
                -32602
            ),
            ("{\"id\": 7, \"method\": \"initialize\"}", -32600),
        ];
        using var editor = await Editor.OpenAsync();

        foreach (var (body, code) in messages)
        {
            editor.Send(body);
            (await editor.ReadAsync())["error"]!["code"]!.GetValue<int>().ShouldBe(code, body);
        }

        (await editor.AskAsync("shutdown", null)).ShouldBeNull();
    }

    [Fact]
    public async Task Malformed_headers_are_passed_over()
    {
        string[] headers =
        [
            "hello\r\n\r\n",
            "Content-Type: text/plain\r\n\r\n",
            "\r\n\r\n\r\n",
            "Content-Length: many\r\n\r\n",
            "Content-Length: -5\r\n\r\n",
            "Content-Length: 99999999999999999999\r\n\r\n",
            "Content-Length: 2000000000\r\n\r\n",
        ];
        using var editor = await Editor.OpenAsync();

        foreach (var bytes in headers)
        {
            editor.SendBytes(bytes);
            (await editor.ReplyAsync("textDocument/hover", At(File, 0, 0)))["error"].ShouldBeNull(bytes);
        }
    }

    [Fact]
    public async Task Malformed_notifications_are_not_answered_and_end_nothing()
    {
        string[] notifications =
        [
            "{\"method\": \"textDocument/didOpen\"}",
            "{\"method\": \"textDocument/didOpen\", \"params\": {\"textDocument\": {\"uri\": \"untitled:1\", \"text\": \"x\"}}}",
            "{\"method\": \"textDocument/didOpen\", \"params\": {\"textDocument\": {\"uri\": \"file:///nowhere/at/all/x.protocol.md\", \"text\": \"x\"}}}",
            "{\"method\": \"textDocument/didChange\", \"params\": {\"textDocument\": {\"uri\": \"file:///never-opened\"}}}",
            "{\"method\": \"textDocument/didChange\", \"params\": 5}",
            "{\"method\": \"$/cancelRequest\", \"params\": {\"id\": 1}}",
            "{\"method\": \"unheard/of\"}",
            "{\"id\": 1, \"result\": null}",
        ];
        using var editor = await Editor.OpenAsync();

        foreach (var body in notifications)
        {
            editor.Send(body);
            (await editor.ReplyAsync("textDocument/hover", At(File, 0, 0)))["error"].ShouldBeNull(body);
        }
    }

    [Fact]
    public async Task Request_before_initialize_is_refused()
    {
        using var editor = Editor.Start();

        var early = await editor.ReplyAsync("textDocument/hover", new JsonObject());

        early["error"]!["code"]!.GetValue<int>().ShouldBe(-32002);
        (await editor.AskAsync("initialize", new JsonObject())).ShouldNotBeNull();
    }

    [Fact]
    public async Task Broken_text_never_ends_the_server()
    {
        folder.Write("lea.protocol.md", Protocol);
        using var editor = await Editor.OpenAsync();
        editor.Open(File, Protocol);
        var version = 1;
        for (var cut = 0; cut < Protocol.Length; cut += 23)
        {
            editor.Change(File, ++version, new JsonObject { ["text"] = Protocol[cut..] + "```\u0000\uD83D" + Protocol[..cut] });
            (await editor.ReplyAsync("textDocument/completion", At(File, cut % 20, cut % 17)))["error"].ShouldBeNull();
            (await editor.ReplyAsync("textDocument/hover", At(File, cut % 20, cut % 13)))["error"].ShouldBeNull();
            (await editor.ReplyAsync("textDocument/documentSymbol", At(File, 0, 0)))["error"].ShouldBeNull();
        }

        editor.Change(File, ++version, new JsonObject { ["text"] = Protocol });
        (await editor.FindingsAsync(File, version)).ShouldBeEmpty();
        (await editor.AskAsync("shutdown", null)).ShouldBeNull();
        editor.Tell("exit", null);
        var (code, errors) = await editor.EndAsync();
        code.ShouldBe(0);
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Start_without_an_editor_is_a_mistake_of_usage()
    {
        var run = await CliRun.OfAsync("lsp");

        run.ShouldHaveFailedPolitely(ExitCode.Usage);
        run.Error.ShouldContain("there is no editor on standard input: let your editor start it");
    }

    private static (int, int, int, int) Range(JsonNode thing)
    {
        var (start, end) = (thing["range"]!["start"]!, thing["range"]!["end"]!);
        return (
            start["line"]!.GetValue<int>(),
            start["character"]!.GetValue<int>(),
            end["line"]!.GetValue<int>(),
            end["character"]!.GetValue<int>()
        );
    }

    private static JsonObject At(string path, int line, int character) =>
        new()
        {
            ["textDocument"] = new JsonObject { ["uri"] = Editor.UriOf(path) },
            ["position"] = new JsonObject { ["line"] = line, ["character"] = character },
        };

    private static async Task<JsonArray> SymbolsAsync(Editor editor, string path) =>
        (await editor.AskAsync("textDocument/documentSymbol", At(path, 0, 0)))!.AsArray();

    private static Task<JsonNode?> FormatAsync(Editor editor, string path) =>
        editor.AskAsync(
            "textDocument/formatting",
            new JsonObject
            {
                ["textDocument"] = new JsonObject { ["uri"] = Editor.UriOf(path) },
                ["options"] = new JsonObject(),
            }
        );

    private static JsonObject Part(int line, int character, int endLine, int endCharacter, string text) =>
        new()
        {
            ["range"] = new JsonObject
            {
                ["start"] = new JsonObject { ["line"] = line, ["character"] = character },
                ["end"] = new JsonObject { ["line"] = endLine, ["character"] = endCharacter },
            },
            ["text"] = text,
        };
}
