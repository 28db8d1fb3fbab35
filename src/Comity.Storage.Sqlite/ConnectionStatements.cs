using Microsoft.Data.Sqlite;

namespace Comity.Storage.Sqlite;

/// <summary>The statements that one open connection has parsed and planned, by their text. One request at a time has the connection.</summary>
internal sealed class ConnectionStatements(SqliteConnection connection)
{
    // What the pages ask is far less; a text made up for one occasion must not fill the memory.
    private const int AtMost = 300;

    private readonly Dictionary<string, Stack<SqliteCommand>> _idle = new(StringComparer.Ordinal);

    public SqliteCommand Take(string text, SqliteTransaction? transaction, int timeout)
    {
        if (!_idle.TryGetValue(text, out var same) || !same.TryPop(out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = text;
        }

        command.Transaction = transaction;
        command.CommandTimeout = timeout;
        command.Prepare();
        return command;
    }

    public void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        command.Transaction = null;
        if (_idle.TryGetValue(command.CommandText, out var same))
        {
            same.Push(command);
        }
        else if (_idle.Count < AtMost)
        {
            _idle.Add(command.CommandText, new Stack<SqliteCommand>([command]));
        }
        else
        {
            command.Dispose();
        }
    }
}
