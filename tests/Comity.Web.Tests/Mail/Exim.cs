using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Comity.Testing;

namespace Comity.Web.Tests.Mail;

/// <summary>
/// Debian's exim as a private server: own configuration, queue, log and mailboxes in a folder of its own, a free port on loopback. It says what it thinks of
/// senders, delivers to mailboxes, pipes the council's mail to the program, and bounces what it cannot deliver.
/// </summary>
internal sealed class Exim : IAsyncDisposable
{
    private const string Program = "/usr/sbin/exim4";
    private const string User = "Debian-exim";
    private static readonly string Cli = Checkout.PathOf("artifacts/bin/Comity.Cli/release/comity.dll");

    private readonly DirectoryInfo _folder;
    private readonly Process _daemon;

    private Exim(DirectoryInfo folder, int port, Process daemon)
    {
        _folder = folder;
        Port = port;
        _daemon = daemon;
    }

    public int Port { get; }

    public string Log => File.ReadAllText(Path.Combine(_folder.FullName, "log", "mainlog"));

    /// <summary>Why it cannot be had here; null where it can.</summary>
    public static string? Missing =>
        !File.Exists(Program) ? "exim is not installed (Debian: exim4-daemon-light)"
        : Environment.UserName != "root" ? "exim delivers as a user of its own: it needs root to become that user"
        : !File.Exists(Cli) ? "the command line is not built"
        : null;

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static async Task<Exim> StartAsync(int port, string spool)
    {
        var folder = Directory.CreateTempSubdirectory("comity-exim-");
        foreach (var name in new[] { "queue", "log", "boxes" })
        {
            folder.CreateSubdirectory(name);
        }

        var configuration = Path.Combine(folder.FullName, "exim.conf");
        await File.WriteAllTextAsync(configuration, Configuration(folder.FullName, port, spool));
        await RunAsync("chmod", "755", folder.FullName);
        await RunAsync("chown", "-R", User, folder.FullName, spool);

        // It takes its configuration from nobody but root.
        await RunAsync("chown", "root", folder.FullName, configuration);
        var daemon = Process.Start(new ProcessStartInfo(Program, ["-C", configuration, "-bdf"]) { RedirectStandardError = true })!;
        var exim = new Exim(folder, port, daemon);
        await exim.AnswersAsync();
        return exim;
    }

    /// <summary>Hands a message over as its author's mail program does.</summary>
    /// <param name="account">Who signs in; null for a stranger.</param>
    public async Task SendAsync(string? account, string from, string[] to, string message)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = false };
        await AnswerAsync(reader, '2');
        await SayAsync("EHLO there");
        if (account is not null)
        {
            await SayAsync($"AUTH PLAIN {Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{account}\0secret"))}");
        }

        await SayAsync($"MAIL FROM:<{from}>");
        foreach (var recipient in to)
        {
            await SayAsync($"RCPT TO:<{recipient}>");
        }

        await SayAsync("DATA", '3');
        foreach (var line in message.Split('\n'))
        {
            await writer.WriteLineAsync(line.StartsWith('.') ? "." + line : line);
        }

        await SayAsync(".");
        await SayAsync("QUIT");

        async Task SayAsync(string line, char expected = '2')
        {
            await writer.WriteLineAsync(line);
            await writer.FlushAsync();
            await AnswerAsync(reader, expected);
        }
    }

    /// <summary>Delivers what is in the queue, and what comes of that.</summary>
    public async Task DeliverAsync()
    {
        for (var i = 0; i < 2; i++)
        {
            await RunAsync(Program, "-C", Path.Combine(_folder.FullName, "exim.conf"), "-qff");
        }
    }

    public async Task<int> WaitingAsync() =>
        int.Parse(await RunAsync(Program, "-C", Path.Combine(_folder.FullName, "exim.conf"), "-bpc"), CultureInfo.InvariantCulture);

    /// <summary>What lies in somebody's mailbox, the earliest first.</summary>
    public IReadOnlyList<string> MailboxOf(string name)
    {
        var box = new DirectoryInfo(Path.Combine(_folder.FullName, "boxes", name, "new"));
        return box.Exists
            ? [.. box.GetFiles().OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => File.ReadAllText(file.FullName))]
            : [];
    }

    public async ValueTask DisposeAsync()
    {
        _daemon.Kill();
        await _daemon.WaitForExitAsync();
        _daemon.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task AnswersAsync()
    {
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException) when (!_daemon.HasExited)
            {
                await Task.Yield();
            }
        }
    }

    private static async Task AnswerAsync(StreamReader reader, char expected)
    {
        string? line;
        do
        {
            line = await reader.ReadLineAsync();
        } while (line is { Length: > 3 } && line[3] == '-');

        line.ShouldNotBeNull()[0].ShouldBe(expected, line);
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await errors);
        return await output;
    }

    private static string Configuration(string folder, int port, string spool) =>
        $$$"""
            primary_hostname = {{{MailScene.Server}}}
            spool_directory = {{{folder}}}/queue
            log_file_path = {{{folder}}}/log/%slog
            pid_file_path = {{{folder}}}/queue/exim.pid
            tls_advertise_hosts =
            message_size_limit = 64M
            keep_environment =
            local_interfaces = 127.0.0.1
            daemon_smtp_ports = {{{port}}}
            queue_only = true
            acl_smtp_rcpt = acl_all
            acl_smtp_data = acl_data
            begin acl
            acl_all:
              accept
            acl_data:
              warn remove_header = Authentication-Results
                   add_header = :at_start:${authresults {$primary_hostname}}
              accept
            begin routers
            comity:
              driver = accept
              domains = elmbrook.example
              local_parts = council
              local_part_suffix = +*
              local_part_suffix_optional
              transport = comity
            people:
              driver = accept
              domains = elmbrook.example
              local_parts = ada : bram : cleo : mona
              transport = mailbox
            begin transports
            comity:
              driver = pipe
              command = {{{Environment.ProcessPath}}} {{{Cli}}} mail --spool {{{spool}}}
              environment = HOME={{{folder}}}/queue : DOTNET_ROOT={{{Path.GetDirectoryName(Environment.ProcessPath)}}}
              path = /usr/bin:/bin
              user = {{{User}}}
              temp_errors = 75
              message_prefix =
              message_suffix =
              return_path_add
            mailbox:
              driver = appendfile
              directory = {{{folder}}}/boxes/$local_part_data
              maildir_format
              user = {{{User}}}
            begin retry
            * * F,1h,1m
            begin authenticators
            plain:
              driver = plaintext
              public_name = PLAIN
              server_prompts = :
              server_condition = ${if eq {$auth3} {secret} }
              server_set_id = $auth2

            """;
}
