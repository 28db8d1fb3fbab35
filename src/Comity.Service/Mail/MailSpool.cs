using System.Globalization;
using Comity.Service.Storage;

namespace Comity.Service.Mail;

/// <summary>
/// The folder in which an email waits from the moment at which the mail server's command has it until it is in the database. A file is there whole or not at all,
/// and survives a power cut once the command has ended with success.
/// </summary>
public sealed class MailSpool(string folder)
{
    private const string Ready = ".mail";
    private const string Unfinished = ".part";

    /// <summary>Writes an email down. When it returns, it is on the disk.</summary>
    /// <exception cref="InvalidDataException">It is larger than is taken.</exception>
    public async Task PutAsync(Stream email, IEnumerable<string> deliveredTo, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(email);
        var path = Path.Combine(folder, Guid.CreateVersion7(now).ToString("N", CultureInfo.InvariantCulture));
        try
        {
            await using (var file = PrivatePlace.CreateFile(path + Unfinished))
            {
                await file.WriteAsync(IncomingBytes.Heading(deliveredTo), cancellationToken);
                var buffer = new byte[81920];
                var taken = 0L;
                while (await email.ReadAsync(buffer, cancellationToken) is > 0 and var read)
                {
                    taken += read;
                    if (taken > IncomingBytes.Most)
                    {
                        throw new InvalidDataException("It is larger than is taken.");
                    }

                    await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                }

                file.Flush(flushToDisk: true);
            }

            File.Move(path + Unfinished, path + Ready);
            FolderOnDisk.Flush(folder);
        }
        catch
        {
            File.Delete(path + Unfinished);
            throw;
        }
    }

    /// <summary>What waits, the earliest first.</summary>
    public IReadOnlyList<string> Waiting() =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*" + Ready).Order(StringComparer.Ordinal)]
            : throw new DirectoryNotFoundException("The folder for incoming mail (Comity:Mail:In:Spool) is not there.");
}
