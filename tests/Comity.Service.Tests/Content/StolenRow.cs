using System.Globalization;
using System.Text;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Content;

/// <summary>A row as somebody with the database reads it: every column as text, bytes one character each.</summary>
internal sealed record StolenRow(string Table, Guid? Id, string Text)
{
    public bool Contains(string text) => Text.Contains(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>In any spelling: with and without dashes, in Base64, and as the bytes of either order.</summary>
    public bool Names(Guid id) => Spellings(id).Any(Contains);

    private static string[] Spellings(Guid id) =>
        [
            id.ToString("D"),
            id.ToString("N"),
            Convert.ToBase64String(id.ToByteArray()).TrimEnd('='),
            Convert.ToBase64String(id.ToByteArray(bigEndian: true)).TrimEnd('='),
            Encoding.Latin1.GetString(id.ToByteArray()),
            Encoding.Latin1.GetString(id.ToByteArray(bigEndian: true)),
        ];

    /// <summary>Every row of every table.</summary>
    public static async Task<List<StolenRow>> AllAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var tables = await db
            .Database.SqlQueryRaw<string>(
                database.Kind == DatabaseKind.Sqlite
                    ? "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table'"
                    : "SELECT tablename::text AS \"Value\" FROM pg_tables WHERE schemaname = 'public'"
            )
            .ToListAsync();
        tables.Count.ShouldBeGreaterThan(30);
        var rows = new List<StolenRow>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in tables)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // the names of tables come from the database's own list of them
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            var id = Enumerable.Range(0, reader.FieldCount).FirstOrDefault(column => reader.GetName(column) == "id", -1);
            while (await reader.ReadAsync())
            {
                var values = new object[reader.FieldCount];
                reader.GetValues(values);
                rows.Add(
                    new StolenRow(
                        table,
                        id >= 0 && Guid.TryParse(Convert.ToString(values[id], CultureInfo.InvariantCulture), out var own) ? own : null,
                        string.Join(
                            '\n',
                            values.Select(value =>
                                value is byte[] bytes
                                    ? Encoding.Latin1.GetString(bytes)
                                    : Convert.ToString(value, CultureInfo.InvariantCulture)
                            )
                        )
                    )
                );
            }
        }

        return rows;
    }
}
