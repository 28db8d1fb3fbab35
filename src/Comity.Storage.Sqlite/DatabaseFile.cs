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
        MakeEmptyFile(full);
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

    /// <summary>
    /// Waits until no other process holds the file's upgrade, and holds it until disposed of. The lock is the operating system's: it ends with its
    /// process, however that ends. The empty file beside the database stays.
    /// </summary>
    internal static async Task<FileStream> HoldUpgradeAsync(string path, CancellationToken cancellationToken)
    {
        var lockFile = path + "-upgrade";
        MakeEmptyFile(lockFile);
        while (true)
        {
            try
            {
                return new FileStream(lockFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held) when (held.GetType() == typeof(IOException))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }
        }
    }

    private static void MakeEmptyFile(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                PrivatePlace.CreateFile(path).Dispose();
            }
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was quicker.
        }
    }
}
