using System.Security.Cryptography;
using System.Text;
using Comity.Service.Record;
using Comity.Service.Storage;

namespace Comity.Service.Content;

/// <summary>
/// The folder of one council's keys, outside the database and what its backups copy: one file per council key, a file that names the current
/// one, and the record's signing key. On Unix the folder must be 0700 and its files 0600, or nothing starts; on Windows the folder's
/// access list is the administrator's to set, and is not checked.
/// </summary>
public sealed class KeyFolder
{
    private const string CouncilKeyMark = "comity council key 1";
    private const string SigningKeyMark = "comity record signing key 1";
    private const string CurrentFile = "current";
    private const UnixFileMode Others =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    private readonly string _path;

    private KeyFolder(string path) => _path = path;

    /// <summary>Opens a folder, which must exist and be closed to others.</summary>
    public static KeyFolder Open(string path)
    {
        if (!Directory.Exists(path))
        {
            throw new SealedContentException(SealedFailure.KeyMissing, $"the key folder {path} does not exist");
        }

        DemandPrivate(path);
        return new KeyFolder(path);
    }

    /// <summary>Makes the folder if need be, closed to others, and opens it.</summary>
    public static KeyFolder Create(string path)
    {
        PrivatePlace.CreateFolder(path);
        return Open(path);
    }

    /// <summary>Adds a council key and makes it the current one. Older ones stay until they are removed by hand.</summary>
    public void AddCurrent(CouncilKey key)
    {
        Write($"council-{key.Id}.key", $"{CouncilKeyMark}\n{key.CouncilId:D}\n{Convert.ToBase64String(key.Bytes)}\n", replace: false);
        Write(CurrentFile, key.Id + "\n", replace: true);
    }

    /// <summary>Puts the keys of a backup into an empty folder.</summary>
    public void Restore(CouncilKeyBackup.Contents backup)
    {
        // Adding makes a key the current one: the backup's current key comes last.
        foreach (var key in backup.Keys.All.Reverse())
        {
            AddCurrent(key);
        }

        if (backup.SigningKey is not null)
        {
            AddSigningKey(backup.SigningKey);
        }
    }

    /// <summary>Whose keys these are, as the current one says.</summary>
    /// <exception cref="SealedContentException">There is no current key, or it is damaged or open to others.</exception>
    public Guid CouncilId()
    {
        var current = File.Exists(PathOf(CurrentFile)) ? Read(PathOf(CurrentFile)).Trim() : "";
        var file = PathOf($"council-{current}.key");
        return
            current.Length > 0
            && File.Exists(file)
            && Read(file).Split('\n') is [CouncilKeyMark, var id, ..]
            && Guid.TryParseExact(id, "D", out var owner)
            ? owner
            : throw new SealedContentException(SealedFailure.KeyMissing, $"the key folder {_path} does not hold the current council key");
    }

    /// <summary>Whether any key is in the folder: into such a one no copy is brought back.</summary>
    public bool HoldsKeys() => Directory.EnumerateFiles(_path, "*.key").Any();

    /// <summary>Reads all council keys.</summary>
    /// <exception cref="SealedContentException">A key is missing, damaged, another council's, or open to others.</exception>
    public CouncilKeyRing ReadRing(Guid councilId)
    {
        var keys = new List<CouncilKey>();
        foreach (var file in Directory.EnumerateFiles(_path, "council-*.key").Order(StringComparer.Ordinal))
        {
            keys.Add(ReadCouncilKey(file, councilId));
        }

        var current = File.Exists(PathOf(CurrentFile)) ? Read(PathOf(CurrentFile)).Trim() : "";
        return keys.Any(k => k.Id == current)
            ? new CouncilKeyRing(keys.OrderByDescending(k => k.Id == current))
            : throw new SealedContentException(SealedFailure.KeyMissing, $"the key folder {_path} does not hold the current council key");
    }

    /// <summary>Stores the key that signs a log's checkpoints. A key that is there already is never overwritten.</summary>
    public void AddSigningKey(RecordSigningKey key)
    {
        var pkcs8 = key.ToPkcs8();
        Write(SigningFile(key.Verifier.Name), $"{SigningKeyMark}\n{key.Verifier.Name}\n{Convert.ToBase64String(pkcs8)}\n", replace: false);
        CryptographicOperations.ZeroMemory(pkcs8);
    }

    /// <summary>Reads the key that signs a log's checkpoints.</summary>
    public RecordSigningKey ReadSigningKey(LogId log)
    {
        var file = PathOf(SigningFile(log.Value));
        if (!File.Exists(file))
        {
            throw new SealedContentException(SealedFailure.KeyMissing, $"the key folder {_path} does not hold the signing key of {log}");
        }

        var lines = Read(file).Split('\n');
        if (lines.Length != 4 || lines[0] != SigningKeyMark || lines[1] != log.Value)
        {
            throw new SealedContentException(SealedFailure.UnknownFormat, $"{file} is not the signing key of {log}");
        }

        try
        {
            return RecordSigningKey.FromPkcs8(log, Convert.FromBase64String(lines[2]));
        }
        catch (Exception e) when (e is FormatException or RecordFormatException)
        {
            throw new SealedContentException(SealedFailure.UnknownFormat, $"{file} is damaged", e);
        }
    }

    private static string SigningFile(string log) =>
        $"signing-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(log)))[..16]}.key";

    private CouncilKey ReadCouncilKey(string file, Guid councilId)
    {
        var lines = Read(file).Split('\n');
        if (lines.Length != 4 || lines[0] != CouncilKeyMark || !Guid.TryParseExact(lines[1], "D", out var owner))
        {
            throw new SealedContentException(SealedFailure.UnknownFormat, $"{file} is not a council key");
        }

        if (owner != councilId)
        {
            throw new SealedContentException(SealedFailure.WrongKey, $"{file} is the key of another council");
        }

        try
        {
            var key = CouncilKey.FromBytes(owner, Convert.FromBase64String(lines[2]));
            return Path.GetFileName(file) == $"council-{key.Id}.key"
                ? key
                : throw new SealedContentException(SealedFailure.UnknownFormat, $"{file} is damaged: its key does not belong to its name");
        }
        catch (FormatException e)
        {
            throw new SealedContentException(SealedFailure.UnknownFormat, $"{file} is damaged", e);
        }
    }

    private static string Read(string file)
    {
        DemandPrivate(file);
        return File.ReadAllText(file);
    }

    private void Write(string name, string text, bool replace)
    {
        if (!replace && File.Exists(PathOf(name)))
        {
            throw new IOException($"{PathOf(name)} exists already; a key is never overwritten");
        }

        // Written beside, made durable, then moved into place: a crash leaves the old file or the new one, never half a key.
        var beside = PathOf($".{name}.new");
        File.Delete(beside);
        using (var stream = PrivatePlace.CreateFile(beside))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, PathOf(name), overwrite: replace);
    }

    private string PathOf(string name) => Path.Combine(_path, name);

    private static void DemandPrivate(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
        {
            throw new SealedContentException(
                SealedFailure.KeyFolderOpenToOthers,
                $"{path} is open to other users of this machine: set it to {(Directory.Exists(path) ? "0700" : "0600")} and consider whether its keys must be replaced"
            );
        }
    }
}
