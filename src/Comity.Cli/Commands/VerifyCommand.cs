using System.CommandLine;
using System.Globalization;
using Comity.Cli.Output;
using Comity.Service.Record;

namespace Comity.Cli.Commands;

/// <summary><c>comity verify EXPORT</c>: checks an exported record offline, and says what the check could not show.</summary>
public static class VerifyCommand
{
    public static Verb Create(Shared shared, Terminal terminal)
    {
        var export = new Argument<string>("export") { Description = "The ZIP file that was exported." };
        var checkpoint = new Option<string?>("--checkpoint")
        {
            Description = "A checkpoint that you kept outside the council: only with it a rewritten record is found.",
            HelpName = "file",
        };
        var key = new Option<string?>("--key")
        {
            Description = "The log's verifier key as you received it some other way.",
            HelpName = "file",
        };
        var command = new Command("verify", "Check an exported record offline: nothing altered, missing or out of order.")
        {
            export,
            checkpoint,
            key,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                var path = Existing(parsed.GetRequiredValue(export), terminal);
                var held = ReadOrNull(parsed.GetValue(checkpoint), terminal);
                var trusted = ReadOrNull(parsed.GetValue(key), terminal);
                using var stream = File.OpenRead(path);
                var result = RecordVerifier.Verify(stream, held, trusted, cancellation: cancellationToken);
                if (shared.WantsJson(parsed))
                {
                    terminal.Out.WriteLine(JsonText.Write(VerificationReport.Of(result)));
                }
                else
                {
                    Write(result, terminal.Out);
                }

                return Task.FromResult((int)(result.Stands ? ExitCode.Done : ExitCode.Failed));
            }
        );
        return new Verb(command, ["comity verify record.zip", "comity verify record.zip --checkpoint kept-in-march.txt --key vkey.txt"]);
    }

    private static void Write(RecordVerification result, TextWriter output)
    {
        output.WriteLine(result.Stands ? "The record stands." : "The record does NOT stand.");
        foreach (var finding in result.Findings)
        {
            var place =
                finding.Sequence is { } number ? string.Create(CultureInfo.InvariantCulture, $"{finding.File}, entry {number}: ")
                : finding.File.Length > 0 ? $"{finding.File}: "
                : "";
            output.WriteLine($"  {place}{finding.Message}");
        }

        if (result.IsCutShort)
        {
            output.WriteLine("  More is wrong than is listed here.");
        }

        if (result.Checkpoint is { } stated)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Log {stated.Log}, {stated.Size} entries, root {stated.Root}"));
        }

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{result.FullEntries} entries in full, {result.WithheldEntries} as hashes only, {result.ContentsChecked} contents compared"
            )
        );
        if (result.ContinuesHeldCheckpoint)
        {
            output.WriteLine("It goes on from the checkpoint that you hold.");
        }

        output.WriteLine("What this could not show:");
        foreach (var limit in result.NotChecked)
        {
            output.WriteLine($"  {limit}");
        }
    }

    private static string Existing(string path, Terminal terminal) =>
        File.Exists(terminal.PathOf(path)) ? terminal.PathOf(path) : throw CommandException.Usage($"there is no file `{path}`");

    private static string? ReadOrNull(string? path, Terminal terminal) => path is null ? null : File.ReadAllText(Existing(path, terminal));
}
