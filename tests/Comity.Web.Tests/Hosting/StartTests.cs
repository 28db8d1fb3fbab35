using Comity.Service.Content;
using Comity.Testing;
using Comity.Web.Infrastructure;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Hosting;

public class StartTests
{
    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Start_on_an_empty_database_makes_a_council_to_be_set_up_and_its_key(DatabaseKind kind)
    {
        await using var app = await ComityApp.StartAsync(kind, fictional: false, withCouncil: false);

        (await app.NewVisitor().GetAsync("/sign-in")).Location.ShouldBe("/set-up");

        await using var db = app.OpenDatabase();
        var council = await db.Councils.SingleAsync();
        council.SetUpComplete.ShouldBeFalse();
        KeyFolder.Open(app.KeyFolderPath).ReadRing(council.Id).CouncilId.ShouldBe(council.Id);
    }

    [Fact]
    public async Task Start_in_a_folder_that_is_not_there_makes_everything_in_it_closed_to_other_users()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The folder's access list is the administrator's to set.");
            return;
        }

        var folder = Path.Combine(Path.GetTempPath(), $"comity-data-{Guid.CreateVersion7():N}");
        try
        {
            await using (
                var app = await ComityApp.StartAsync(
                    fictional: false,
                    withCouncil: false,
                    settings: new()
                    {
                        ["Comity:Database"] = Path.Combine(folder, "comity.db"),
                        ["Comity:Keys"] = Path.Combine(folder, "keys"),
                    }
                )
            )
            {
                (await app.NewVisitor().GetAsync("/sign-in")).Location.ShouldBe("/set-up");

                // Its log is there as long as anybody has the file open; the pools are emptied by other tests, too.
                await using var open = new SqliteConnection($"Data Source={Path.Combine(folder, "comity.db")};Pooling=False");
                await open.OpenAsync();
                await using var look = new SqliteCommand("SELECT COUNT(*) FROM councils", open);
                await look.ExecuteScalarAsync();
                var made = Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories);
                made.ShouldContain(path => path.EndsWith("comity.db-wal", StringComparison.Ordinal));
                made.ShouldContain(path => path.EndsWith(".key", StringComparison.Ordinal));
                foreach (var path in made.Prepend(folder))
                {
                    var others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute;
                    others |= UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
                    (File.GetUnixFileMode(path) & others).ShouldBe(UnixFileMode.None, path);
                }
            }
        }
        finally
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    [Fact]
    public async Task Start_without_the_council_key_is_refused_and_makes_no_other()
    {
        await using var app = await ComityApp.StartAsync(fictional: false);
        Directory.Delete(app.KeyFolderPath, recursive: true);

        Should.Throw<SealedContentException>(() => app.NewVisitor());

        Directory.Exists(app.KeyFolderPath).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Comity:Database", " ", "Comity:Database is missing")]
    [InlineData("Comity:Keys", " ", "Comity:Keys is missing")]
    [InlineData("Comity:Address", "http://comity.example", "must be https://NAME")]
    [InlineData("Comity:Address", "https://comity.example/sub", "must be https://NAME")]
    [InlineData("Comity:Address", "comity.example", "must be https://NAME")]
    [InlineData("Comity:Proxies", "proxy.example", "not an IP address")]
    [InlineData("urls", "http://0.0.0.0:5080", "Comity:Address does not say by which name")]
    public async Task Start_with_a_setting_that_cannot_be_right_says_which_and_why(string setting, string value, string words)
    {
        await using var app = await ComityApp.StartAsync(fictional: false, settings: new() { [setting] = value });

        Should.Throw<SettingsException>(() => app.NewVisitor()).Message.ShouldContain(words);
    }

    [Fact]
    public async Task Start_with_mail_but_no_sender_is_refused()
    {
        await using var app = await ComityApp.StartAsync(fictional: false, settings: new() { ["Comity:Mail:Host"] = "relay.example" });

        Should.Throw<SettingsException>(() => app.NewVisitor()).Message.ShouldContain("Comity:Mail:From");
    }

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Read_the_database_finds_no_key_that_opens_a_cookie(DatabaseKind kind)
    {
        await using var app = await ComityApp.StartAsync(kind);
        await app.SignedInAsync(await app.AddPersonAsync("Ada Marsh", "member"));

        await using var db = app.OpenDatabase();
        var rows = await db.StoredKeys.ToListAsync();

        rows.ShouldContain(row => row.Name.StartsWith("key-", StringComparison.Ordinal));
        foreach (var row in rows)
        {
            System.Text.Encoding.UTF8.GetString(row.Sealed).ShouldNotContain("<key");
        }
    }

    [Fact]
    public async Task Serve_another_process_on_the_same_database_knows_the_session()
    {
        await using var app = await ComityApp.StartAsync();
        var ada = await app.AddPersonAsync("Ada Marsh", "member");
        var first = await app.SignedInAsync(ada);
        await using var second = app.Twin();
        var elsewhere = second.NewVisitor();
        elsewhere.Client.DefaultRequestHeaders.Add("Cookie", first.Cookies);

        (await elsewhere.OpenAsync("/")).Html.ShouldContain("Ada Marsh");
    }

    [Fact]
    public async Task Carry_a_session_to_another_council_opens_nothing()
    {
        await using var app = await ComityApp.StartAsync();
        var first = await app.SignedInAsync(await app.AddPersonAsync("Ada Marsh", "member"));
        await using var other = await ComityApp.StartAsync();
        var here = (await CouncilIdAsync(app)).ToString("N");
        var there = (await CouncilIdAsync(other)).ToString("N");
        var visitor = other.NewVisitor();
        visitor.Client.DefaultRequestHeaders.Add("Cookie", first.Cookies.Replace(here, there, StringComparison.Ordinal));

        (await visitor.GetAsync("/")).Location.ShouldBe("/demonstration");
    }

    private static async Task<Guid> CouncilIdAsync(ComityApp app)
    {
        await using var db = app.OpenDatabase();
        return (await db.Councils.SingleAsync()).Id;
    }
}
