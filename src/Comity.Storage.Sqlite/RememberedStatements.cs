using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Comity.Storage.Sqlite;

/// <summary>Gives each command of a connection that stays open the statement that the connection has prepared for the same text.</summary>
internal sealed class RememberedStatements : DbCommandInterceptor
{
    private readonly ConditionalWeakTable<DbConnection, ConnectionStatements> _connections = [];

    public void Remember(SqliteConnection connection) => _connections.Add(connection, new ConnectionStatements(connection));

    public override InterceptionResult<DbCommand> CommandCreating(
        CommandCorrelatedEventData eventData,
        InterceptionResult<DbCommand> result
    ) =>
        eventData.Connection is SqliteConnection connection && _connections.TryGetValue(connection, out var statements)
            ? InterceptionResult<DbCommand>.SuppressWithResult(new RememberedCommand(connection, statements))
            : result;
}
