using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Comity.Cli.Hosting;

/// <summary>
/// The web as a process of its own: started, waited for, passed the signals that reach us, and its exit code passed on.
/// </summary>
public static partial class WebProcess
{
    private const string File = "Comity.Web.dll";
    private const int SigInt = 2;
    private const int SigTerm = 15;

    /// <summary>Where the web stands: beside this program, or in the same checkout's build of the same configuration.</summary>
    public static string? Find(string baseDirectory)
    {
        var folder = baseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        string[] places =
        [
            Path.Combine(folder, File),
            Path.Combine(folder, "web", File),
            Path.Combine(folder, "..", "..", "Comity.Web", Path.GetFileName(folder), File),
        ];
        return places.Select(Path.GetFullPath).FirstOrDefault(System.IO.File.Exists);
    }

    /// <summary>The wanted port if it is free, otherwise the next free one after it.</summary>
    public static int FreePort(int wanted, int tries = 50)
    {
        for (var port = wanted; port < wanted + tries; port++)
        {
            if (IsFree(port))
            {
                return port;
            }
        }

        throw new CommandException(ExitCode.Failed, $"no port between {wanted} and {wanted + tries - 1} is free", "give one with --port");
    }

    public static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Runs until the web ends, and prints its address once it answers.</summary>
    public static async Task<int> RunAsync(
        string file,
        Uri address,
        IReadOnlyDictionary<string, string> settings,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && IsDotnet(host) ? host : "dotnet")
        {
            ArgumentList = { file },
            WorkingDirectory = Path.GetDirectoryName(file)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_URLS"] = address.AbsoluteUri.TrimEnd('/');
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var web = new Process { StartInfo = start };
        // What the web says is not a result: it goes where diagnostics go, so that standard output stays one line.
        var answered = false;
        web.OutputDataReceived += (_, line) => Pass(line.Data, answered, terminal);
        web.ErrorDataReceived += (_, line) => Pass(line.Data, answered, terminal);
        web.Start();
        web.BeginOutputReadLine();
        web.BeginErrorReadLine();

        var stopped = false;
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Forward(context, SigInt));
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Forward(context, SigTerm));
        using var hungUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => Forward(context, SigTerm));
        await using var cancelled = cancellationToken.Register(() => Stop(web, SigTerm));

        void Forward(PosixSignalContext context, int signal)
        {
            context.Cancel = true;
            stopped = true;
            Stop(web, signal);
        }

        answered = await AnswersAsync(web, address, cancellationToken);
        if (answered)
        {
            await terminal.Out.WriteLineAsync($"Comity is at {address.AbsoluteUri}");
            await terminal.Out.FlushAsync(CancellationToken.None);
        }

        await web.WaitForExitAsync(CancellationToken.None);
        return answered || stopped
            ? web.ExitCode
            : throw new CommandException(ExitCode.Failed, "the web ended before it answered", "what it said last is above");
    }

    private static bool IsDotnet(string path) => Path.GetFileNameWithoutExtension(path) == "dotnet";

    /// <summary>
    /// Why the web could not start is for whoever starts it: the message, without our insides. Once it runs, what it logs is passed as it is.
    /// </summary>
    private static void Pass(string? line, bool running, Terminal terminal)
    {
        if (line is null || (!running && line.StartsWith("   at ", StringComparison.Ordinal)))
        {
            return;
        }

        terminal.Error.WriteLine(running ? line : UnhandledException().Replace(line, ""));
    }

    private static async Task<bool> AnswersAsync(Process web, Uri address, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        while (!web.HasExited && !cancellationToken.IsCancellationRequested)
        {
            try
            {
                using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                return true;
            }
            catch (HttpRequestException)
            {
                await Task.WhenAny(web.WaitForExitAsync(CancellationToken.None), Task.Delay(50, CancellationToken.None));
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }

        return false;
    }

    private static void Stop(Process web, int signal)
    {
        if (web.HasExited)
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            web.Kill();
        }
        else
        {
            _ = SendSignal(web.Id, signal);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);

    [GeneratedRegex(@"^Unhandled exception\. [\w.]+: ")]
    private static partial Regex UnhandledException();
}
