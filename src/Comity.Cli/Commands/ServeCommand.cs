using System.CommandLine;
using Comity.Cli.Hosting;
using Comity.Service.Storage;

namespace Comity.Cli.Commands;

/// <summary><c>comity serve</c>: the council's own service, on the data it is given.</summary>
public static class ServeCommand
{
    public const int UsualPort = 5080;

    public static Verb Create(Shared shared, Terminal terminal)
    {
        var port = new Option<int?>("--port") { Description = $"Port on 127.0.0.1. Without it: {UsualPort}, or the next that is free." };
        var data = new Option<string?>("--data")
        {
            Description = "Folder of the database, attachments and keys. Without it: data/council.",
        };
        var linkFor = new Option<string?>("--link-for")
        {
            Description = "Email address of an account for which the start prints a link to a new password: for a clerk who is locked out.",
        };
        var command = new Command("serve", "Start the service for a council. A new one begins with a few questions in the browser.")
        {
            port,
            data,
            linkFor,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                StartAsync(
                    terminal,
                    shared.FolderOf(parsed, terminal),
                    parsed.GetValue(port),
                    parsed.GetValue(data) ?? "data/council",
                    isDemonstration: false,
                    cancellationToken,
                    parsed.GetValue(linkFor)
                )
        );
        return new Verb(
            command,
            ["comity serve", "comity serve --port 8080 --data /var/lib/comity", "comity serve --link-for clerk@council.example"]
        );
    }

    internal static async Task<int> StartAsync(
        Terminal terminal,
        string protocols,
        int? port,
        string data,
        bool isDemonstration,
        CancellationToken cancellationToken,
        string? linkFor = null
    )
    {
        if (port is < 1 or > 65535)
        {
            throw CommandException.Usage($"`{port}` is not a port", "give a number between 1 and 65535");
        }

        if (port is { } wanted && !WebProcess.IsFree(wanted))
        {
            throw new CommandException(ExitCode.Failed, $"port {wanted} is in use", "give another with --port, or leave it out");
        }

        var file =
            WebProcess.Find(AppContext.BaseDirectory)
            ?? throw new CommandException(
                ExitCode.Failed,
                "the web part (Comity.Web.dll) is not beside this program",
                "from a checkout, ./run builds and starts it"
            );
        var address = new Uri($"http://127.0.0.1:{port ?? WebProcess.FreePort(UsualPort)}/");
        var folder = terminal.PathOf(data);
        PrivatePlace.CreateFolder(folder);
        return await WebProcess.RunAsync(
            file,
            address,
            new Dictionary<string, string>
            {
                ["Comity__Data"] = folder,
                ["Comity__Protocols"] = protocols,
                ["Comity__Demonstration"] = isDemonstration ? "true" : "false",
                ["Comity__LinkFor"] = linkFor ?? "",
                // One line of its own is enough for whoever starts it; a service manager sets what it wants to hear.
                ["Logging__LogLevel__Default"] = Environment.GetEnvironmentVariable("Logging__LogLevel__Default") ?? "Warning",
            },
            terminal,
            cancellationToken
        );
    }
}
