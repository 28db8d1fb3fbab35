using Comity.Cli.Hosting;
using Comity.Service.Content;
using Comity.Service.Demonstration;
using Comity.Testing;
using Microsoft.Data.Sqlite;

namespace Comity.Cli.Tests;

[Trait("Takes", "long")]
public sealed class DemonstrationDataTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly StringWriter _error = new();
    private readonly FixedClock _clock = new(new DateTime(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc));
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Folder => Path.Combine(_temp.Path, "demonstration");

    public void Dispose()
    {
        _error.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public async Task Prepare_makes_the_data_once_a_day_and_keeps_what_visitors_did()
    {
        (await Data().PrepareAsync(fresh: false, Cancel)).ShouldBeTrue();

        var council = Guid.Parse((string)(await ScalarAsync("SELECT id FROM councils"))!);
        (await ScalarAsync("SELECT fictional FROM councils")).ShouldBe(1L);
        (await ScalarAsync("SELECT count(*) FROM matters WHERE kind <> 'declared-relationship'")).ShouldBe(318L);
        using (KeyFolder.Open(Path.Combine(Folder, "keys")).ReadRing(council)) { }

        await ScalarAsync("UPDATE people SET full_name = 'Somebody Changed' WHERE id = (SELECT min(id) FROM people)");
        SqliteConnection.ClearAllPools();
        (await Data().PrepareAsync(fresh: false, Cancel)).ShouldBeFalse();
        (await ScalarAsync("SELECT count(*) FROM people WHERE full_name = 'Somebody Changed'")).ShouldBe(1L);
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task Prepare_for_another_council_makes_the_folder_anew()
    {
        // Without a year of enquiries, which takes time and is another test's.
        foreach (var council in DemonstrationCouncils.All.Skip(2).Take(2))
        {
            (await Data(council with { Enquiries = [], HasStories = false }).PrepareAsync(fresh: false, Cancel)).ShouldBeTrue();

            (await ScalarAsync("SELECT name FROM councils")).ShouldBe(council.Name);
            (await ScalarAsync("SELECT protocol_key FROM councils")).ShouldBe(council.ProtocolKey);
            SqliteConnection.ClearAllPools();
        }
    }

    [Fact]
    public async Task Prepare_in_a_folder_with_something_of_others_is_refused_and_touches_nothing()
    {
        var kept = _temp.Write("demonstration/comity.db", "a council's own");

        var refused = await Should.ThrowAsync<CommandException>(() => Data().PrepareAsync(fresh: true, Cancel));

        refused.Code.ShouldBe(ExitCode.Failed);
        refused.Message.ShouldContain("no demonstration made");
        (await File.ReadAllTextAsync(kept, Cancel)).ShouldBe("a council's own");
    }

    private DemonstrationData Data(DemonstrationCouncil? council = null) =>
        new(
            council ?? DemonstrationCouncils.Usual,
            Folder,
            Checkout.PathOf("protocols"),
            new Terminal
            {
                In = TextReader.Null,
                Out = TextWriter.Null,
                Error = _error,
                Folder = _temp.Path,
            },
            _clock
        );

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "comity.db")}");
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Cancel);
    }
}
