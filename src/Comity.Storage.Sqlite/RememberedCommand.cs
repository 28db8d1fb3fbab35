using System.Data;
using Microsoft.Data.Sqlite;

namespace Comity.Storage.Sqlite;

/// <summary>A command that runs on a statement which its connection has prepared before, where there is one.</summary>
internal sealed class RememberedCommand : SqliteCommand
{
    private readonly ConnectionStatements _statements;
    private SqliteCommand? _prepared;

    public RememberedCommand(SqliteConnection connection, ConnectionStatements statements)
    {
        Connection = connection;
        _statements = statements;
    }

    public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
    {
        GiveBack();
        _prepared = _statements.Take(CommandText, Transaction, CommandTimeout);
        foreach (SqliteParameter parameter in Parameters)
        {
            _prepared.Parameters.Add(parameter);
        }

        return _prepared.ExecuteReader(behavior);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            GiveBack();
        }

        base.Dispose(disposing);
    }

    private void GiveBack()
    {
        if (_prepared is { } prepared)
        {
            _prepared = null;
            _statements.GiveBack(prepared);
        }
    }
}
