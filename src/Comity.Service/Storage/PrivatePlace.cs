namespace Comity.Service.Storage;

/// <summary>
/// Folders and files that other users of the machine cannot read, from their first byte on: 0700 and 0600 on Unix. On Windows the access list
/// of the folder around them is the administrator's to set. What is there already stays as its administrator left it.
/// </summary>
public static class PrivatePlace
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnersFile | UnixFileMode.UserExecute);
        }
    }

    /// <summary>A file to be written; one that is there already is an error.</summary>
    public static FileStream CreateFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnersFile;
        }

        return new FileStream(path, options);
    }
}
