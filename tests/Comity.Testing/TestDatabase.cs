using System.Diagnostics;
using System.IO.Compression;
using Comity.Service.Storage;
using Comity.Storage.Postgres;
using Comity.Storage.Sqlite;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Comity.Testing;

/// <summary>
/// An empty, migrated database of its own for one test. The migrations run once per process and kind; every test gets a copy.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplateAsync);
    private static readonly Lazy<Task<string>> PostgresTemplate = new(MakePostgresTemplateAsync);

    private readonly Func<ValueTask> _remove;
    private readonly Lazy<DbContextOptions<SqliteDb>> _sqlite;
    private readonly Lazy<DbContextOptions<PostgresDb>> _postgres;
    private readonly Lazy<OpenConnections> _open;

    private TestDatabase(DatabaseKind kind, string location, Func<ValueTask> remove)
    {
        Kind = kind;
        Location = location;
        _remove = remove;
        _sqlite = new(() => Set<SqliteDb>(options => SqliteDb.ConfigureHost(options, location)));
        _postgres = new(() => Set<PostgresDb>(options => PostgresDb.Configure(options, location)));
        _open = new(() => new OpenConnections(_sqlite.Value));
    }

    public DatabaseKind Kind { get; }

    /// <summary>The path of the SQLite file, or the PostgreSQL connection string.</summary>
    public string Location { get; }

    /// <summary>Connection string of a PostgreSQL server on which the tests may make databases; `./test` starts one.</summary>
    public static string? PostgresServer =>
        Environment.GetEnvironmentVariable("COMITY_TEST_POSTGRES") is { Length: > 0 } text ? text : null;

    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            var file = Path.Combine(Path.GetTempPath(), $"comity-test-{Guid.CreateVersion7():N}.db");
            File.Copy(await SqliteTemplate.Value, file);
            return new TestDatabase(kind, file, () => RemoveFile(file));
        }

        var template = await PostgresTemplate.Value;
        var name = $"comity_test_{Guid.CreateVersion7():N}";
        await ExecuteOnServerAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        var location = new NpgsqlConnectionStringBuilder(PostgresServer) { Database = name, MaxPoolSize = 20 }.ConnectionString;
        return new TestDatabase(kind, location, () => RemoveDatabaseAsync(location, name));
    }

    /// <summary>Another database with the same content, made as the runbook has it: an online copy of the file, or pg_dump and pg_restore.</summary>
    public async Task<TestDatabase> BackUpAndRestoreAsync()
    {
        var copy = Path.Combine(Path.GetTempPath(), $"comity-test-{Guid.CreateVersion7():N}.copy");
        try
        {
            await CopyToAsync(copy);
            return await OfCopyAsync(Kind, copy);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    /// <summary>Writes a copy to a file: SQLite's own online backup, gzipped, or what pg_dump writes.</summary>
    public async Task CopyToAsync(string copy)
    {
        if (Kind == DatabaseKind.Sqlite)
        {
            var file = copy + ".db";
            await using (var source = new SqliteConnection($"Data Source={Location};Pooling=False"))
            await using (var target = new SqliteConnection($"Data Source={file};Pooling=False"))
            {
                await source.OpenAsync();
                await target.OpenAsync();
                source.BackupDatabase(target);
            }

            await using (var plain = File.OpenRead(file))
            await using (var gzip = new GZipStream(File.Create(copy), CompressionLevel.SmallestSize))
            {
                await plain.CopyToAsync(gzip);
            }

            File.Delete(file);
            return;
        }

        var from = new NpgsqlConnectionStringBuilder(Location);
        await RunAsync(PostgresProgram("pg_dump"), [.. Server(from), "--format=custom", "--no-owner", $"--file={copy}", from.Database!]);
    }

    /// <summary>A database of its own with what <see cref="CopyToAsync"/> wrote.</summary>
    public static async Task<TestDatabase> OfCopyAsync(DatabaseKind kind, string copy)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            var file = Path.Combine(Path.GetTempPath(), $"comity-test-{Guid.CreateVersion7():N}.db");
            await using var gzip = new GZipStream(File.OpenRead(copy), CompressionMode.Decompress);
            await using var plain = File.Create(file);
            await gzip.CopyToAsync(plain);
            return new TestDatabase(kind, file, () => RemoveFile(file));
        }

        var name = $"comity_test_{Guid.CreateVersion7():N}";
        await ExecuteOnServerAsync($"CREATE DATABASE {name}");
        var location = new NpgsqlConnectionStringBuilder(PostgresServer) { Database = name, MaxPoolSize = 20 };
        await RunAsync(PostgresProgram("pg_restore"), [.. Server(location), "--no-owner", "--exit-on-error", $"--dbname={name}", copy]);
        return new TestDatabase(kind, location.ConnectionString, () => RemoveDatabaseAsync(location.ConnectionString, name));
    }

    public ComityDb Open() => Kind == DatabaseKind.Sqlite ? new SqliteDb(_sqlite.Value) : new PostgresDb(_postgres.Value);

    /// <summary>Lets a context work over a connection that stays open, as the service does for the length of a request.</summary>
    public async Task<IDisposable?> LendAsync(ComityDb db) =>
        db is SqliteDb sqlite ? await _open.Value.LendAsync(sqlite, CancellationToken.None) : null;

    public async ValueTask DisposeAsync()
    {
        if (_open.IsValueCreated)
        {
            _open.Value.Dispose();
        }

        await _remove();
    }

    private static DbContextOptions<TDb> Set<TDb>(Action<DbContextOptionsBuilder> configure)
        where TDb : ComityDb
    {
        var options = new DbContextOptionsBuilder<TDb>();
        options.UseApplicationServiceProvider(IdentityServices);
        configure(options);
        return options.Options;
    }

    private static IServiceProvider IdentityServices { get; } =
        new ServiceCollection()
            .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
            .BuildServiceProvider();

    private static ValueTask RemoveFile(string file)
    {
        using (var connection = new SqliteConnection(SqliteDb.ConnectionString(file)))
        {
            SqliteConnection.ClearPool(connection);
        }

        foreach (var ending in new[] { "", "-wal", "-shm" })
        {
            File.Delete(file + ending);
        }

        return ValueTask.CompletedTask;
    }

    private static async ValueTask RemoveDatabaseAsync(string location, string name)
    {
        await using var connection = new NpgsqlConnection(location);
        NpgsqlConnection.ClearPool(connection);
        await ExecuteOnServerAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static IEnumerable<string> Server(NpgsqlConnectionStringBuilder server) =>
        [$"--host={server.Host}", $"--port={server.Port}", $"--username={server.Username}", "--no-password"];

    // Debian keeps the programs of each version in a folder that is not on the path.
    private static string PostgresProgram(string name) =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .EnumerateDirectories("/usr/lib/postgresql")
                .Select(version => Path.Combine(version, "bin", name))
                .Where(File.Exists)
                .OrderDescending(StringComparer.Ordinal)
                .FirstOrDefault(name)
            : name;

    private static async Task RunAsync(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true };
        start.Environment["PGPASSWORD"] = new NpgsqlConnectionStringBuilder(PostgresServer ?? "").Password;
        using var run = Process.Start(start)!;
        var said = await run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync();
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {run.ExitCode}: {said}");
        }
    }

    private static async Task<string> MakeSqliteTemplateAsync()
    {
        var file = Path.Combine(Path.GetTempPath(), $"comity-template-{Environment.ProcessId}.db");
        File.Delete(file);
        var database = new TestDatabase(DatabaseKind.Sqlite, file, () => ValueTask.CompletedTask);
        await using (var db = database.Open())
        {
            await db.Database.MigrateAsync();

            // The copies take the file alone, so nothing may be left in the log.
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        SqliteConnection.ClearAllPools();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(file);
        return file;
    }

    private static async Task<string> MakePostgresTemplateAsync()
    {
        var name = $"comity_template_{Environment.ProcessId}";
        await ExecuteOnServerAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        await ExecuteOnServerAsync($"CREATE DATABASE {name}");
        var location = new NpgsqlConnectionStringBuilder(PostgresServer) { Database = name, Pooling = false }.ConnectionString;
        var database = new TestDatabase(DatabaseKind.Postgres, location, () => ValueTask.CompletedTask);
        await using (var db = database.Open())
        {
            await db.Database.MigrateAsync();
        }

        return name;
    }

    private static async Task ExecuteOnServerAsync(string sql)
    {
        var server =
            PostgresServer ?? throw new InvalidOperationException("COMITY_TEST_POSTGRES names no PostgreSQL server for the tests.");
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
