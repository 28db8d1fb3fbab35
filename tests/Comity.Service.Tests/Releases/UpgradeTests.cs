using Comity.Storage.Sqlite;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Service.Tests.Releases;

/// <summary>Upgrades of a database file that did not go as they should.</summary>
public sealed class UpgradeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("comity-upgrade-").FullName;

    private string File => Path.Combine(folder, "comity.db");

    [Fact]
    public async Task Upgrade_after_one_that_was_killed_does_not_wait_for_it()
    {
        await using (var killed = Open())
        {
            // What EF Core leaves behind when its process ends in the midst of an upgrade.
            await killed.Database.ExecuteSqlAsync(
                $"CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL)"
            );
            await killed.Database.ExecuteSqlAsync($"INSERT INTO __EFMigrationsLock VALUES (1, '2026-11-22 21:00:00')");
        }

        // Only so that a wait without end is a red test.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var db = Open();
        await db.UpgradeAsync(patience.Token);

        (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
        (await db.Councils.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Upgrade_by_two_processes_at_once_is_made_once_and_both_go_on()
    {
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(UpgradeAsync)));

        await using var db = Open();
        var made = await db.Database.GetAppliedMigrationsAsync();
        made.ShouldBe(db.Database.GetMigrations());

        async Task UpgradeAsync()
        {
            await using var one = Open();
            await one.UpgradeAsync(CancellationToken.None);
            (await one.Councils.CountAsync()).ShouldBe(0);
        }
    }

    [Fact]
    public async Task Upgrade_of_what_is_up_to_date_takes_no_lock()
    {
        await using (var first = Open())
        {
            await first.UpgradeAsync(CancellationToken.None);
        }

        await using var held = new FileStream(File + "-upgrade", FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var db = Open();
        await db.UpgradeAsync(patience.Token);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private SqliteDb Open()
    {
        DatabaseFile.Prepare(File);
        var options = new DbContextOptionsBuilder<SqliteDb>();
        options.UseApplicationServiceProvider(
            new ServiceCollection()
                .Configure<IdentityOptions>(set => set.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
                .BuildServiceProvider()
        );
        SqliteDb.Configure(options, File);
        return new SqliteDb(options.Options);
    }
}
