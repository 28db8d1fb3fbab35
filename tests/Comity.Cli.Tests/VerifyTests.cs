using System.Text.Json;
using Comity.Service.Record;

namespace Comity.Cli.Tests;

public sealed class VerifyTests : IDisposable
{
    private static readonly LogId Log = LogId.OfRecord(new Guid("01930000-0000-7000-8000-000000000001"));

    private readonly TempFolder folder = new();
    private readonly RecordSigningKey key = RecordSigningKey.Generate(Log);
    private readonly RecordAppender appender = RecordAppender.Start(Log);
    private readonly List<ExportedEntry> entries = [];
    private readonly List<ExportedContent> contents = [];

    public void Dispose()
    {
        key.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Verify_an_untouched_record_is_done_and_says_what_it_could_not_show()
    {
        var run = await CliRun.OfAsync("verify", await ExportAsync(5));

        run.Code.ShouldBe(ExitCode.Done, run.Out);
        run.Out.ShouldStartWith("The record stands.\n");
        run.Out.ShouldContain("5 entries in full, 0 as hashes only, 5 contents compared");
        run.Out.ShouldContain("What this could not show:\n  No checkpoint held outside was given.");
        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Verify_with_a_checkpoint_and_key_held_outside_shows_that_the_record_goes_on_from_it()
    {
        Fill(2);
        var held = folder.Write("held.txt", key.Sign(appender.Checkpoint()).ToString());
        var trusted = folder.Write("vkey.txt", key.Verifier + "\n");
        var export = await ExportAsync(3);

        var run = await CliRun.OfAsync("verify", export, "--checkpoint", held, "--key", trusted, "--format", "json");

        run.Code.ShouldBe(ExitCode.Done, run.Out);
        using var report = JsonDocument.Parse(run.Out);
        report.RootElement.GetProperty("schema").GetString().ShouldBe("comity/verification/1");
        report.RootElement.GetProperty("stands").GetBoolean().ShouldBeTrue();
        report.RootElement.GetProperty("continues-held-checkpoint").GetBoolean().ShouldBeTrue();
        report.RootElement.GetProperty("size").GetInt64().ShouldBe(5);
    }

    [Fact]
    public async Task Verify_with_a_checkpoint_of_another_past_fails()
    {
        var another = RecordAppender.Start(Log);
        var checkpoint = key.Sign(Append(another, "another past").Checkpoint());
        var held = folder.Write("held.txt", checkpoint.ToString());

        var run = await CliRun.OfAsync("verify", await ExportAsync(3), "--checkpoint", held);

        run.Code.ShouldBe(ExitCode.Failed);
        run.Out.ShouldStartWith("The record does NOT stand.\n");
        run.Out.ShouldContain("not those of the checkpoint that you hold");
    }

    [Fact]
    public async Task Verify_a_record_with_one_byte_altered_fails()
    {
        var export = await ExportAsync(4);
        var bytes = await File.ReadAllBytesAsync(export, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(export, bytes, TestContext.Current.CancellationToken);

        var run = await CliRun.OfAsync("verify", export);

        run.Code.ShouldBe(ExitCode.Failed);
        run.Out.ShouldStartWith("The record does NOT stand.\n");
    }

    [Fact]
    public async Task Verify_something_that_is_no_export_fails_and_says_so()
    {
        var run = await CliRun.OfAsync("verify", folder.Write("record.zip", "not a ZIP file"));

        run.Code.ShouldBe(ExitCode.Failed);
        run.Out.ShouldContain("The export cannot be unpacked");
        run.Out.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("nowhere.zip")]
    [InlineData("README.md", "--checkpoint", "nowhere.txt")]
    [InlineData("README.md", "--key", "nowhere.txt")]
    public async Task Verify_with_a_file_that_is_not_there_is_a_mistake_of_usage(params string[] args)
    {
        var run = await CliRun.OfAsync(["verify", .. args]);

        run.ShouldHaveFailedPolitely(ExitCode.Usage);
        run.Error.ShouldContain("there is no file `nowhere.");
    }

    private async Task<string> ExportAsync(int count)
    {
        Fill(count);
        var path = Path.Combine(folder.Path, "record.zip");
        await using var stream = File.Create(path);
        await RecordExport.WriteAsync(
            stream,
            key.Sign(appender.Checkpoint()),
            key,
            entries.ToAsyncEnumerable(),
            contents.ToAsyncEnumerable(),
            TimeProvider.System,
            cancellation: TestContext.Current.CancellationToken
        );
        return path;
    }

    private void Fill(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Append(appender, "a reply", keep: true);
        }
    }

    private RecordAppender Append(RecordAppender log, string text, bool keep = false)
    {
        var sequence = log.Size;
        var salt = RecordCommitment.NewSalt();
        var content = $$"""{"text":"{{text}}"}""";
        var leaf = log.Append(
            new DateTime(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc).AddMinutes(sequence),
            "enquiry.replied",
            "person:1",
            "matter:1",
            RecordCommitment.Of(salt, content)
        );
        if (keep)
        {
            entries.Add(ExportedEntry.Full(leaf));
            contents.Add(new ExportedContent(sequence, content, salt));
        }

        return log;
    }
}
