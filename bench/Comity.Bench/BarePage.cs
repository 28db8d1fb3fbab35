using Comity.Service.Matters;
using Comity.Service.Storage;
using Comity.Storage.Postgres;
using Comity.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Comity.Bench;

/// <summary>The floor for a page: Razor, one compiled query, one row of the same database. No sign-in, no walls, nothing said about it.</summary>
internal static class BarePage
{
    public static readonly Func<ComityDb, string, Task<Matter?>> Find = EF.CompileAsyncQuery(
        (ComityDb db, string reference) => db.Matters.AsNoTracking().FirstOrDefault(matter => matter.Reference == reference)
    );

    public static async Task<int> RunAsync(string database, string address)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        if (database.Contains("Host=", StringComparison.Ordinal))
        {
            builder.Services.AddDbContextPool<ComityDb, PostgresDb>(options => PostgresDb.Configure(options, database));
        }
        else
        {
            builder.Services.AddDbContextPool<ComityDb, SqliteDb>(options => SqliteDb.Configure(options, database));
        }

        builder.Services.AddRazorPages();
        var app = builder.Build();
        app.MapRazorPages();
        await app.RunAsync();
        return 0;
    }
}
