using Comity.Service.Search;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Storage.Sqlite;

/// <summary>The embedded database: one file, write-ahead log, every commit flushed to disk.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : ComityDb(options)
{
    // A term is letters, digits and blanks: within quotation marks it can say nothing to FTS5 but "these words in a row".
    public override IQueryable<long> TextsWith(SearchTerm term)
    {
        ArgumentNullException.ThrowIfNull(term);
        return Database.SqlQuery<long>($"""SELECT rowid AS "Value" FROM search_words WHERE search_words MATCH {InARow(term)}""");
    }

    public override IQueryable<Excerpt> Around(IReadOnlyList<SearchTerm> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var any = string.Join(" OR ", terms.Select(InARow));
        return Database.SqlQuery<Excerpt>(
            $"""SELECT rowid AS "TextId", snippet(search_words, 0, char(2), char(3), '…', 24) AS "Words" FROM search_words WHERE search_words MATCH {any}"""
        );
    }

    /// <summary>
    /// As on every database, by one process at a time. SQLite has no lock that ends with its process, so EF Core writes a row to say that an upgrade
    /// runs; after a kill the row stays and every later start waits for it without end (dotnet/efcore, "Migration locking"; seen 2026-11-22). Here a
    /// lock of the operating system comes first: whoever holds it knows that such a row is left over.
    /// </summary>
    public override async Task UpgradeAsync(CancellationToken cancellationToken)
    {
        if (!await IsBehindAsync(cancellationToken))
        {
            return;
        }

        await using var held = await DatabaseFile.HoldUpgradeAsync(Database.GetDbConnection().DataSource, cancellationToken);
        if (
            await Database
                .SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'")
                .AnyAsync(cancellationToken)
        )
        {
            await Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancellationToken);
        }

        await base.UpgradeAsync(cancellationToken);
    }

    /// <summary>Sets the context up for a database file.</summary>
    public static void Configure(DbContextOptionsBuilder options, string path) =>
        options
            .UseSqlite(
                ConnectionString(path),
                sqlite =>
                    sqlite
                        .MigrationsAssembly(typeof(SqliteDb).Assembly.FullName)
                        // A list as one parameter: the statement is then the same for every length of it, and is worked out once.
                        .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
            )
            .AddInterceptors(new DurableConnections());

    /// <summary>The same for a host that answers requests, over <see cref="OpenConnections"/>.</summary>
    public static void ConfigureHost(DbContextOptionsBuilder options, string path)
    {
        Configure(options, path);
        options.AddInterceptors(new RememberedStatements());
    }

    /// <summary>What every connection to the file is opened with.</summary>
    public static string ConnectionString(string path) => $"Data Source={path};Foreign Keys=True;Pooling=True";

    private static string InARow(SearchTerm term) => $"\"{term.Words}\"";
}
