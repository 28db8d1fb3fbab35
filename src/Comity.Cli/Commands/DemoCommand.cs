using System.CommandLine;
using Comity.Cli.Hosting;

namespace Comity.Cli.Commands;

/// <summary><c>comity demo</c>: a fictional council under the wigan protocol, in which anybody can be anybody with one click.</summary>
public static class DemoCommand
{
    private const string UsualFolder = "data/demonstration";

    public static Verb Create(Shared shared, Terminal terminal)
    {
        var port = new Option<int?>("--port")
        {
            Description = $"Port on 127.0.0.1. Without it: {ServeCommand.UsualPort}, or the next that is free.",
        };
        var data = new Option<string?>("--data") { Description = $"Folder of the demonstration's data. Without it: {UsualFolder}." };
        var fresh = new Option<bool>("--fresh") { Description = "Throw the demonstration's data away and begin anew." };
        var command = new Command("demo", "Start a demonstration council with data of its own, on this machine only.")
        {
            port,
            data,
            fresh,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var protocols = shared.FolderOf(parsed, terminal);
                var folder = parsed.GetValue(data) is { } given ? terminal.PathOf(given) : terminal.PathOf(InCheckout());
                await new DemonstrationData(folder, protocols, terminal, TimeProvider.System).PrepareAsync(
                    parsed.GetValue(fresh),
                    cancellationToken
                );
                return await ServeCommand.StartAsync(
                    terminal,
                    protocols,
                    parsed.GetValue(port),
                    folder,
                    isDemonstration: true,
                    cancellationToken
                );
            }
        );
        return new Verb(command, ["comity demo", "comity demo --port 5090", "comity demo --fresh"]);
    }

    /// <summary>From a checkout always the same folder, wherever in it the command is given; elsewhere one in the folder that one stands in.</summary>
    private static string InCheckout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Comity.slnx")))
            {
                return Path.Combine(folder.FullName, UsualFolder);
            }
        }

        return UsualFolder;
    }
}
