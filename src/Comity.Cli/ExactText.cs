using System.Text;

namespace Comity.Cli;

/// <summary>A text file that is written back with nothing changed but what was meant to: line endings and byte order mark are its own.</summary>
internal static class ExactText
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="CommandException">The file is not text in UTF-8: written back, it would be another.</exception>
    public static string Read(string path)
    {
        try
        {
            return Encoding.GetString(File.ReadAllBytes(path));
        }
        catch (DecoderFallbackException)
        {
            throw new CommandException(ExitCode.Failed, $"`{path}` is not text in UTF-8", "save it as UTF-8 in your editor");
        }
    }

    /// <summary>Written beside the file and put in its place: there is no moment at which the file is half of what it was.</summary>
    public static void Write(string path, string text)
    {
        // A link stays a link: what it points to is written.
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        if (File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly))
        {
            throw new CommandException(ExitCode.Failed, $"`{path}` may only be read", "give yourself the right to write it");
        }

        var beside = $"{target}.{Path.GetRandomFileName()}";
        try
        {
            File.WriteAllBytes(beside, Encoding.GetBytes(text));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(beside, File.GetUnixFileMode(target));
            }

            File.Move(beside, target, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
