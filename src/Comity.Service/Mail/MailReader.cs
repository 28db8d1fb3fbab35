using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace Comity.Service.Mail;

/// <summary>
/// Reads an email in a process of its own (read_mail.py, by Python's own email package), with limits on memory, time and what comes back: one that makes it fail
/// or hang takes nothing else with it. Where there is no Python every email is held, and none is lost.
/// </summary>
public static class MailReader
{
    private const string Program = "python3";
    private const string Script = "Comity.Service.Mail.read_mail.py";

    /// <summary>25 MB of files in base64, and the text.</summary>
    private const int MostAnswered = 48 * 1024 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { MaxDepth = 16 };

    public static async Task<ReadMail> ReadAsync(ReadOnlyMemory<byte> raw, CancellationToken cancellationToken)
    {
        if (FindProgram() is not { } program)
        {
            return new ReadMail { Unreadable = "There is no python3 on the council’s server, by which email is read." };
        }

        // -I: nothing of the environment, of the folder or of the user is looked at.
        var start = new ProcessStartInfo(program, ["-I", "-c", await ScriptAsync(cancellationToken)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        using var process = new Process { StartInfo = start };
        process.Start();
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(Longest);
        try
        {
            var giving = GiveAsync(process, raw, time.Token);
            var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, time.Token);
            var answer = await TakeAsync(process.StandardOutput.BaseStream, time.Token);
            await giving;
            await errors;
            return answer is null
                ? new ReadMail { Unreadable = "It is larger, once unpacked, than is read." }
                : JsonSerializer.Deserialize<ReadMail>(answer.Value.Span, Json)!;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ReadMail { Unreadable = "Reading it takes longer than is given to one email." };
        }
        catch (JsonException)
        {
            return new ReadMail { Unreadable = "Reading it broke off." };
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Debian's own first: another of the same name may stand before it in the path.</summary>
    private static string? FindProgram() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Prepend("/usr/bin")
            .Select(folder => Path.Combine(folder, Program))
            .FirstOrDefault(File.Exists);

    private static async Task<string> ScriptAsync(CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Script)!);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    private static async Task GiveAsync(Process process, ReadOnlyMemory<byte> raw, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(raw, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has seen enough of it, or gave up on it.
        }
    }

    private static async Task<ReadOnlyMemory<byte>?> TakeAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var taken = new MemoryStream();
        var buffer = new byte[81920];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (taken.Length + read > MostAnswered)
            {
                return null;
            }

            taken.Write(buffer, 0, read);
        }

        return taken.GetBuffer().AsMemory(0, (int)taken.Length);
    }
}
