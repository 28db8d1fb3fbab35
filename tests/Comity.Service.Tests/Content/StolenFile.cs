using System.Text;
using Comity.Testing;
using Microsoft.Data.Sqlite;

namespace Comity.Service.Tests.Content;

/// <summary>The bytes of a database that is a file, as a thief has them.</summary>
internal static class StolenFile
{
    /// <returns>The file with its log while the service has it open, and a backup of it.</returns>
    public static IReadOnlyList<byte[]> LiveAndBackedUp(TestDatabase database)
    {
        var backup = database.Location + ".backup";
        Back(database.Location, backup);
        try
        {
            var live = new[] { "", "-wal" }.Select(ending => database.Location + ending).Where(File.Exists).SelectMany(Bytes);
            return
            [
                [.. live],
                Bytes(backup),
            ];
        }
        finally
        {
            foreach (var ending in new[] { "", "-wal", "-shm" })
            {
                File.Delete(backup + ending);
            }
        }
    }

    public static bool Has(byte[] bytes, string text) =>
        new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode }.Any(encoding =>
            bytes.AsSpan().IndexOf(encoding.GetBytes(text)) >= 0
        );

    private static void Back(string from, string to)
    {
        using var source = new SqliteConnection($"Data Source={from};Pooling=False");
        using var target = new SqliteConnection($"Data Source={to};Pooling=False");
        source.Open();
        target.Open();
        source.BackupDatabase(target);
    }

    private static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
