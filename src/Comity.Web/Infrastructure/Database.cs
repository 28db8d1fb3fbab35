using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Storage.Postgres;
using Comity.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Infrastructure;

internal static class Database
{
    public static void AddDatabase(this IServiceCollection services, Settings settings)
    {
        if (settings.OnPostgres)
        {
            services.AddDbContextPool<ComityDb, PostgresDb>(options => PostgresDb.Configure(options, settings.Database));
        }
        else
        {
            services.AddDbContextPool<ComityDb, SqliteDb>(options => SqliteDb.ConfigureHost(options, settings.Database));
            services.AddSingleton<OpenConnections>();
        }
    }

    /// <summary>Brings the database up to date and reads its council. An empty database gets the row of a council still to be set up, so that its id is there from the first cookie on.</summary>
    public static async Task PrepareCouncilAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var settings = scope.ServiceProvider.GetRequiredService<Settings>();
        if (!settings.OnPostgres)
        {
            DatabaseFile.Prepare(settings.Database);
        }

        var db = scope.ServiceProvider.GetRequiredService<ComityDb>();
        await db.UpgradeAsync(CancellationToken.None);
        if (!await db.Councils.AnyAsync())
        {
            var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
            var id = Guid.CreateVersion7(now);

            // The only moment at which a key is made: later, a missing key must be brought back from its copy, not replaced by another.
            KeyFolder.Create(settings.Keys).AddCurrent(CouncilKey.Generate(id));
            db.Councils.Add(
                new Council
                {
                    Id = id,
                    Name = "",
                    Kind = "",
                    Nation = "",
                    ProtocolKey = "",
                    CreatedAt = now.UtcDateTime,
                }
            );
            await db.SaveChangesAsync();
        }

        var council = app.Services.GetRequiredService<ThisCouncil>();
        await council.ReloadAsync(db);
        var keys = KeyFolder.Open(settings.Keys).ReadRing(council.Id);
        app.Services.GetRequiredService<CouncilSecrets>().Hold(keys, await ViewerTokenKey.OpenAsync(db, keys));
        await app.Services.GetRequiredService<RecordKeys>().PrepareAsync(db, CancellationToken.None);
        app.Services.GetRequiredService<DemonstrationMode>().RefuseUnlessSafe();
        if (settings.Address is null && Listening.BeyondThisMachine(Listening.Configured(app.Configuration)).FirstOrDefault() is { } open)
        {
            throw new SettingsException(
                $"The server would listen on {open}, which other machines can reach, and Comity:Address does not say by which name: set it to https://NAME."
            );
        }
    }
}
