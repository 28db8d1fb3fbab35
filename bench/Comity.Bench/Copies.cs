using System.Globalization;
using System.Text;
using Comity.Service.Matters;
using Comity.Service.Storage;
using Comity.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Comity.Bench;

/// <summary>
/// Makes a hundred matters of each by statements within the database: every row of a matter again, under keys that follow from the first one's
/// and the number of the copy. A million matters are seventeen million rows; writing them one by one would take hours.
/// </summary>
internal static class Copies
{
    private const string Words = "search_texts";

    private static readonly string[] Tables =
    [
        "matters",
        "matter_parties",
        "grants",
        "duties",
        "due_entries",
        "contents",
        "messages",
        "attachments",
        Words,
    ];
    private static readonly string[] Keys =
    [
        "id",
        "matter_id",
        "duty_id",
        "content_id",
        "message_id",
        "name_content_id",
        "bytes_content_id",
    ];

    public static async Task AddAsync(ComityDb db, int matters, int copies)
    {
        var onSqlite = db is SqliteDb;
        await db.Database.OpenConnectionAsync();
        await RunAsync(
            db,
            onSqlite
                ? "PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-2000000;"
                : "SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '1GB';"
        );
        await RunAsync(db, "CREATE TABLE bench_references (n INTEGER PRIMARY KEY, reference TEXT NOT NULL)");
        await RunAsync(db, "CREATE TABLE bench_copies (k INTEGER PRIMARY KEY)");
        await ListAsync(db, "bench_copies", Enumerable.Range(1, copies).Select(k => Number(k)));
        await ListAsync(
            db,
            "bench_references",
            Enumerable.Range(1, matters * copies).Select(n => $"{Number(n)},'{PublicReference.New().Value}'")
        );

        foreach (var table in Tables)
        {
            // Building an index afterwards takes a fraction of keeping it up row by row.
            var indexes = await IndexesAsync(db, table, onSqlite);
            foreach (var (name, _) in indexes)
            {
                await RunAsync(db, $"DROP INDEX {name}");
            }

            await RunAsync(db, Copying(db.Model, table, matters, onSqlite));
            foreach (var (_, definition) in indexes)
            {
                await RunAsync(db, definition);
            }
        }

        await RunAsync(db, "DROP TABLE bench_references");
        await RunAsync(db, "DROP TABLE bench_copies");
        await RunAsync(db, onSqlite ? "PRAGMA synchronous=FULL" : "SET session_replication_role = origin");
        await db.Database.CloseConnectionAsync();
    }

    private static string Copying(IModel model, string table, int matters, bool onSqlite)
    {
        var columns = model
            .GetEntityTypes()
            .First(type => type.GetTableName() == table)
            .GetProperties()
            .Select(property => property.GetColumnName())
            .Where(column => table != Words || column != "id")
            .ToList();
        var values = columns.Select(column =>
            Keys.Contains(column) ? KeyOfCopy(column, onSqlite)
            : table == "matters" && column == "reference" ? "r.reference"
            : table == Words && column == "words"
                ? $"replace(replace(t.words, '{BenchDatabase.RareWord}', 'flower'), '{BenchDatabase.RareWordOfFiles}', 'flower')"
            : $"t.\"{column}\""
        );
        var from =
            table == "matters"
                ? $"""
                    (SELECT m.*, row_number() OVER (ORDER BY m.id) AS rn FROM matters m) t
                    CROSS JOIN bench_copies c JOIN bench_references r ON r.n = (c.k - 1) * {Number(matters)} + t.rn
                    """
                : $"{table} t CROSS JOIN bench_copies c";
        return $"INSERT INTO {table} ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) SELECT {string.Join(", ", values)} FROM {from} ORDER BY t.id, c.k";
    }

    /// <summary>The first one's key with another version digit (8: a form of one's own, RFC 9562) and the number of the copy at its end.</summary>
    private static string KeyOfCopy(string column, bool onSqlite) =>
        onSqlite
            ? $"CASE WHEN t.{column} IS NULL THEN NULL ELSE substr(t.{column}, 1, 14) || '8' || substr(t.{column}, 16, 17) || printf('%04X', c.k) END"
            : $"(substr(t.{column}::text, 1, 14) || '8' || substr(t.{column}::text, 16, 17) || lpad(to_hex(c.k), 4, '0'))::uuid";

    private static async Task ListAsync(ComityDb db, string table, IEnumerable<string> rows)
    {
        foreach (var some in rows.Chunk(10_000))
        {
            await RunAsync(
                db,
                new StringBuilder("INSERT INTO ").Append(table).Append(" VALUES (").AppendJoin("),(", some).Append(')').ToString()
            );
        }
    }

    private static async Task<List<(string Name, string Definition)>> IndexesAsync(ComityDb db, string table, bool onSqlite)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = onSqlite
            ? $"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = '{table}'"
            : $"SELECT indexname, indexdef FROM pg_indexes WHERE tablename = '{table}' AND indexname NOT LIKE 'pk_%'";
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<(string, string)>();
        while (await reader.ReadAsync())
        {
            found.Add((reader.GetString(0), reader.GetString(1)));
        }

        return found;
    }

    private static async Task RunAsync(ComityDb db, string sql)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 3600;
        await command.ExecuteNonQueryAsync();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
