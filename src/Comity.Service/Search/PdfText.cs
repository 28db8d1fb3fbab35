using System.Diagnostics;
using System.Text;

namespace Comity.Service.Search;

/// <summary>
/// The words of a PDF, by pdftotext (Debian's poppler-utils) in a process of its own: a file that makes it fail or hang takes nothing else with it.
/// Where it is not installed a PDF is found by its name alone.
/// </summary>
public static class PdfText
{
    private const string Program = "pdftotext";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>Whether it can be read here at all.</summary>
    public static bool IsInstalled =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, Program)));

    /// <summary>The words; empty where the file has none or cannot be read.</summary>
    public static async Task<string> OfAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var start = new ProcessStartInfo(Program, ["-q", "-enc", "UTF-8", "-", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = new Process { StartInfo = start };
        process.Start();
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(Longest);
        try
        {
            var giving = GiveAsync(process, bytes, time.Token);
            var errors = process.StandardError.ReadToEndAsync(time.Token);
            var words = new char[SearchText.Longest];
            var length = await process.StandardOutput.ReadBlockAsync(words, time.Token);
            await giving;
            return new string(words, 0, length).Replace('\f', ' ').Replace("\0", "", StringComparison.Ordinal);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "";
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private static async Task GiveAsync(Process process, byte[] bytes, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(bytes, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has seen enough of the file, or gave up on it.
        }
    }
}
