using Comity.Service.Content;
using Comity.Service.Record;

namespace Comity.Cli.Tests;

[Trait("Takes", "long")]
public sealed class KeysTests : IDisposable
{
    private const string Passphrase = "heron lantern orchard copper wicket";
    private static readonly Guid Council = new("01930000-0000-7000-8000-000000000001");

    private readonly TempFolder folder = new();

    private string Keys => Path.Combine(folder.Path, "keys");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Export_and_import_bring_every_key_into_another_folder()
    {
        Make();
        await CliRun.OfAsync("keys", "change", "--keys", Keys);
        var copy = Path.Combine(folder.Path, "copy.txt");
        var elsewhere = Path.Combine(folder.Path, "elsewhere");

        var export = await CliRun.WithInputAsync($"{Passphrase}\n{Passphrase}\n", "keys", "export", "--keys", Keys, "--output", copy);
        var import = await CliRun.WithInputAsync($"{Passphrase}\n", "keys", "import", copy, "--keys", elsewhere);

        export.Code.ShouldBe(ExitCode.Done, export.Error);
        export.Error.ShouldContain("2 council keys written");
        import.Code.ShouldBe(ExitCode.Done, import.Error);
        using var was = KeyFolder.Open(Keys).ReadRing(Council);
        using var now = KeyFolder.Open(elsewhere).ReadRing(Council);
        now.All.Select(key => key.Id).ShouldBe(was.All.Select(key => key.Id));
        using var signing = KeyFolder.Open(elsewhere).ReadSigningKey(LogId.OfRecord(Council));
        signing.Verifier.Name.ShouldBe(LogId.OfRecord(Council).Value);
    }

    [Fact]
    public async Task Export_to_standard_output_prints_the_text_and_nothing_else()
    {
        Make();
        var words = folder.Write("words.txt", Passphrase + "\nand another line\n");

        var run = await CliRun.OfAsync("keys", "export", "--keys", Keys, "--passphrase-file", words);

        run.Code.ShouldBe(ExitCode.Done, run.Error);
        run.Error.ShouldBeEmpty();
        using var kept = CouncilKeyBackup.Import(run.Out, Passphrase);
        kept.Keys.CouncilId.ShouldBe(Council);
    }

    [Fact]
    public async Task Change_makes_a_new_key_the_current_one_and_keeps_the_old()
    {
        Make();
        using var was = KeyFolder.Open(Keys).ReadRing(Council);

        var run = await CliRun.OfAsync("keys", "change", "--keys", Keys);

        run.Code.ShouldBe(ExitCode.Done, run.Error);
        using var now = KeyFolder.Open(Keys).ReadRing(Council);
        now.Current.Id.ShouldNotBe(was.Current.Id);
        now.All.Select(key => key.Id).ShouldContain(was.Current.Id);
    }

    [Theory]
    [InlineData("too short\ntoo short\n", "at least 16 characters")]
    [InlineData("heron lantern orchard copper wicket\nheron lantern orchard copper wickey\n", "not the same")]
    [InlineData("", "no passphrase was given")]
    public async Task Export_without_a_good_passphrase_is_refused_and_writes_nothing(string typed, string message)
    {
        Make();
        var copy = Path.Combine(folder.Path, "copy.txt");

        var run = await CliRun.WithInputAsync(typed, "keys", "export", "--keys", Keys, "--output", copy);

        run.ShouldHaveFailedPolitely(ExitCode.Usage);
        run.Error.ShouldContain(message);
        File.Exists(copy).ShouldBeFalse();
    }

    [Fact]
    public async Task Import_with_a_wrong_passphrase_fails_and_leaves_the_folder_empty()
    {
        Make();
        var copy = folder.Write("copy.txt", await CopyAsync());
        var elsewhere = Path.Combine(folder.Path, "elsewhere");

        var run = await CliRun.WithInputAsync("some other passphrase altogether\n", "keys", "import", copy, "--keys", elsewhere);

        run.ShouldHaveFailedPolitely(ExitCode.Failed);
        run.Error.ShouldContain("the passphrase is wrong, or the backup was altered");
        Directory.EnumerateFiles(elsewhere).ShouldBeEmpty();
    }

    [Fact]
    public async Task Import_over_keys_that_are_there_is_refused()
    {
        Make();
        var copy = folder.Write("copy.txt", await CopyAsync());

        var run = await CliRun.WithInputAsync($"{Passphrase}\n", "keys", "import", copy, "--keys", Keys);

        run.ShouldHaveFailedPolitely(ExitCode.Failed);
        run.Error.ShouldContain("holds keys already");
    }

    [Theory]
    [InlineData("export", "--keys", "nowhere")]
    [InlineData("change", "--keys", "nowhere")]
    public async Task A_key_folder_that_is_not_there_is_named(params string[] args)
    {
        var run = await CliRun.OfAsync(["keys", .. args]);

        run.ShouldHaveFailedPolitely(ExitCode.Failed);
        run.Error.ShouldContain("nowhere does not exist");
    }

    [Theory]
    [InlineData("keys")]
    [InlineData("keys", "import")]
    [InlineData("keys", "import", "nowhere.txt")]
    [InlineData("keys", "export", "--outptu", "x")]
    public async Task A_command_that_is_not_whole_is_a_mistake_of_usage(params string[] args)
    {
        var run = await CliRun.OfAsync(args);

        run.ShouldHaveFailedPolitely(ExitCode.Usage);
    }

    private async Task<string> CopyAsync()
    {
        var words = folder.Write("words.txt", Passphrase);
        return (await CliRun.OfAsync("keys", "export", "--keys", Keys, "--passphrase-file", words)).Out;
    }

    private void Make()
    {
        var made = KeyFolder.Create(Keys);
        using var key = CouncilKey.Generate(Council);
        made.AddCurrent(key);
        using var signer = RecordSigningKey.Generate(LogId.OfRecord(Council));
        made.AddSigningKey(signer);
    }
}
