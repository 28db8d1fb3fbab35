using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Comity.Storage.Sqlite;

/// <summary>
/// Every connection waits for a lock rather than failing, and flushes at each commit: with synchronous=NORMAL a write-ahead log may lose the
/// last commits when the power goes (SQLite documentation, "PRAGMA synchronous"), and an acknowledged write must not be lost. The write-ahead
/// log is a property of the file and is asked for once; the other two belong to the connection.
/// </summary>
internal sealed class DurableConnections : DbConnectionInterceptor
{
    private const string OfTheFile = "PRAGMA journal_mode=WAL;";
    private const string OfTheConnection = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=15000;";

    private volatile bool _fileIsSet;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        _fileIsSet = true;
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
        _fileIsSet = true;
    }

    private string Pragmas => _fileIsSet ? OfTheConnection : OfTheFile + " " + OfTheConnection;
}
