using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Comity.Testing;

namespace Comity.Cli.Tests;

/// <summary>
/// The guide for a clerk, followed to the letter: every file it gives is written, every command it gives is run, and every answer is compared.
/// <c>COMITY_ACCEPT=1</c> writes the answers anew.
/// </summary>
[Trait("Takes", "long")]
public sealed partial class GuideTests : IDisposable
{
    private const string Guide = "docs/language/an-afternoon.md";
    private const string Port = "5080";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Guide_followed_step_by_step_gives_what_it_shows()
    {
        var page = Checkout.Read(Guide);
        var followed = new StringBuilder();
        var commands = new List<string>();
        var lines = page.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var fence = Fence().Match(lines[i]);
            followed.Append(lines[i]).Append(i < lines.Length - 1 ? "\n" : "");
            if (!fence.Success)
            {
                continue;
            }

            var end = Array.IndexOf(lines, fence.Groups[1].Value, i + 1);
            var body = string.Concat(lines[(i + 1)..end].Select(line => line + "\n"));
            followed
                .Append(await FollowAsync(fence.Groups[2].Value, fence.Groups[3].Value, body, commands))
                .Append(lines[end])
                .Append('\n');
            i = end;
        }

        if (Environment.GetEnvironmentVariable("COMITY_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(Checkout.PathOf(Guide), followed.ToString(), TestContext.Current.CancellationToken);
        }

        var differing = followed.ToString().Split('\n').Zip(lines).FirstOrDefault(pair => pair.First != pair.Second);
        differing.First.ShouldBe(differing.Second, $"{Guide} is stale: run this test once with COMITY_ACCEPT=1 and read what has changed");
        followed.ToString().ShouldBe(page);
        foreach (var verb in new[] { "new", "check", "cases", "ask", "prove", "diff", "coverage", "fmt", "serve" })
        {
            commands.ShouldContain(verb);
        }
    }

    private async Task<string> FollowAsync(string kind, string path, string body, List<string> commands)
    {
        switch (kind)
        {
            case "console":
                return await RunAsync(body, commands);
            case "file":
                folder.Write(path, body);
                return body;
            case "clause":
                folder.Write(path, WithClause(File.ReadAllText(Path.Combine(folder.Path, path)), body));
                return body;
            case "cases":
                folder.Write(path, File.ReadAllText(Path.Combine(folder.Path, path)) + "\n" + body);
                return body;
            default:
                throw new InvalidOperationException($"the guide has a block of the kind `{kind}`, which nobody follows");
        }
    }

    // As the guide tells its reader: in the place of the clause with that heading, or at the end.
    private static string WithClause(string text, string clause)
    {
        var heading = clause[..clause.IndexOf('\n', StringComparison.Ordinal)];
        var start = text.IndexOf(heading + "\n", StringComparison.Ordinal);
        if (start < 0)
        {
            return $"{text.TrimEnd('\n')}\n\n{clause}";
        }

        var next = Heading().Match(text, start + heading.Length);
        return $"{text[..start]}{clause}{(next.Success ? "\n" + text[(next.Index + 1)..] : "")}";
    }

    private async Task<string> RunAsync(string body, List<string> commands)
    {
        var shown = new StringBuilder();
        foreach (var block in ("\n" + body).Split("\n$ ").Skip(1))
        {
            var lines = block.TrimEnd('\n').Split('\n');
            var words = lines[0].Split(' ');
            words[0].ShouldBe("comity");
            commands.Add(words[1]);
            shown.Append("$ ").Append(lines[0]).Append('\n');
            shown.Append(words[1] == "serve" ? await ServeAsync(words[1..], lines[1..]) : await AnswerAsync(words[1..], lines[1..]));
        }

        return shown.ToString();
    }

    private async Task<string> AnswerAsync(string[] args, string[] lines)
    {
        var transcript = new StringWriter { NewLine = "\n" };
        using var typed = new Typed(
            lines.Where(line => line.StartsWith("> ", StringComparison.Ordinal)).Select(line => line[2..]),
            transcript
        );
        await ComityProgram.RunAsync(
            args,
            new Terminal
            {
                In = typed,
                Out = transcript,
                Error = transcript,
                Folder = folder.Path,
            },
            TestContext.Current.CancellationToken
        );
        typed.Left.ShouldBeEmpty();
        // A paragraph's end is no part of the picture, nor are blanks at the end of a line.
        return string.Concat(transcript.ToString().TrimEnd('\n').Split('\n').Select(line => line.TrimEnd() + "\n"));
    }

    // The lines that the guide shows are among those that are written; the port is a free one, and the code another each time.
    private async Task<string> ServeAsync(string[] args, string[] lines)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "comity.dll"));
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg == Port ? $"{port}" : arg);
        }

        using var program = Process.Start(start)!;
        var messages = program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var address = await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        using var page = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/set-up"), TestContext.Current.CancellationToken);
        using (var kill = Process.Start("kill", ["-TERM", $"{program.Id}"]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        page.IsSuccessStatusCode.ShouldBeTrue(await messages);
        var code = Code();
        var written = $"{await messages}{address}\n"
            .Replace($":{port}/", $":{Port}/", StringComparison.Ordinal)
            .Split('\n')
            .Select(line => line.Trim())
            .Where(line =>
                line.Contains("127.0.0.1", StringComparison.Ordinal)
                && line.Contains('/', StringComparison.Ordinal)
                && !line.StartsWith("Now", StringComparison.Ordinal)
            )
            .Select(line =>
                code.IsMatch(line) && lines.FirstOrDefault(code.IsMatch) is { } shown ? code.Replace(line, code.Match(shown).Value) : line
            );
        return string.Concat(written.Select(line => line + "\n"));
    }

    /// <summary>What is typed appears among what is written, as on a screen.</summary>
    private sealed class Typed(IEnumerable<string> answers, TextWriter screen) : TextReader
    {
        private readonly Queue<string> answers = new(answers);

        public IEnumerable<string> Left => answers;

        public override string? ReadLine()
        {
            var line = answers.TryDequeue(out var next) ? next : null;
            screen.WriteLine(line);
            return line;
        }
    }

    [GeneratedRegex("^(`{3,})([a-z]+) ?(\\S*)$")]
    private static partial Regex Fence();

    [GeneratedRegex("\n#{2,6} ")]
    private static partial Regex Heading();

    [GeneratedRegex("[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}")]
    private static partial Regex Code();
}
