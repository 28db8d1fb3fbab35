using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using SQLitePCL;

namespace Comity.Storage.Sqlite;

/// <summary>
/// Connections that stay open from one request to the next and keep what they have worked out. Opening one sets pragmas and functions, and a
/// statement is parsed and planned anew on each: together that costs more than the rows that a page asks for.
/// </summary>
public sealed class OpenConnections(DbContextOptions<SqliteDb> options) : IDisposable
{
    private const int AtMost = 32;

    private readonly RememberedStatements? _statements = options
        .FindExtension<CoreOptionsExtension>()
        ?.Interceptors?.OfType<RememberedStatements>()
        .FirstOrDefault();
    private readonly ConcurrentBag<SqliteDb> _idle = [];
    private volatile bool _isOver;

    /// <summary>Lets a context work over one of the connections until the loan is disposed of.</summary>
    public async Task<IDisposable> LendAsync(SqliteDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (!_idle.TryTake(out var keeper))
        {
            keeper = new SqliteDb(options);
            await keeper.Database.OpenConnectionAsync(cancellationToken);
            _statements?.Remember((SqliteConnection)keeper.Database.GetDbConnection());
        }

        return new Loan(this, db, keeper);
    }

    public void Dispose()
    {
        _isOver = true;
        while (_idle.TryTake(out var keeper))
        {
            keeper.Dispose();
        }
    }

    private void GiveBack(SqliteDb keeper)
    {
        // A connection in the middle of a transaction would show the next request what was never committed.
        var connection = (SqliteConnection)keeper.Database.GetDbConnection();
        if (_isOver || _idle.Count >= AtMost || connection.Handle is not { } handle || raw.sqlite3_get_autocommit(handle) == 0)
        {
            keeper.Dispose();
        }
        else
        {
            _idle.Add(keeper);
        }
    }

    private sealed class Loan : IDisposable
    {
        private readonly OpenConnections _connections;
        private readonly SqliteDb _db;
        private readonly SqliteDb _keeper;
        private readonly string? _own;

        public Loan(OpenConnections connections, SqliteDb db, SqliteDb keeper)
        {
            (_connections, _db, _keeper, _own) = (connections, db, keeper, db.Database.GetConnectionString());
            db.Database.SetDbConnection(keeper.Database.GetDbConnection());
        }

        public void Dispose()
        {
            _db.Database.SetDbConnection(null);
            _db.Database.SetConnectionString(_own);
            _connections.GiveBack(_keeper);
        }
    }
}
