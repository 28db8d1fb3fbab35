using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Comity.Storage.Sqlite;

/// <summary>
/// Every connection waits for a lock rather than failing, and flushes at each commit: with synchronous=NORMAL a write-ahead log may lose the
/// last commits when the power goes (SQLite documentation, "PRAGMA synchronous"), and an acknowledged write must not be lost.
/// </summary>
internal sealed class DurableConnections : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=15000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
