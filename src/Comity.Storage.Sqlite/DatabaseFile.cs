using Comity.Service.Storage;
using Microsoft.Data.Sqlite;

namespace Comity.Storage.Sqlite;

/// <summary>Makes the place of a database before SQLite does.</summary>
public static class DatabaseFile
{
    /// <summary>
    /// An empty file is an empty database to SQLite, and its write-ahead log and shared memory get the file's own permissions (SQLite, "Temporary
    /// Files Used By SQLite"); left to itself it would make the file readable to everybody whom the process's umask lets in.
    /// </summary>
    public static void Prepare(string path)
    {
        var full = Path.GetFullPath(path);
        PrivatePlace.CreateFolder(Path.GetDirectoryName(full)!);
        if (!File.Exists(full))
        {
            PrivatePlace.CreateFile(full).Dispose();
        }

        if (new FileInfo(full).Length > 0)
        {
            return;
        }

        // Whether the database is there is asked over a connection that only reads, which cannot ask for the write-ahead log.
        using var connection = new SqliteConnection($"Data Source={full};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL;";
        command.ExecuteNonQuery();
    }
}
