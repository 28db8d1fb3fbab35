using System.CommandLine;
using Comity.Cli.Hosting;
using Comity.Service.Demonstration;

namespace Comity.Cli.Commands;

/// <summary><c>comity demo</c>: a fictional council under one of the protocols, in which anybody can be anybody with one click.</summary>
public static class DemoCommand
{
    private const string UsualFolder = "data/demonstration";

    public static Verb Create(Shared shared, Terminal terminal)
    {
        var council = new Option<string?>("--council")
        {
            Description =
                $"Which one, by its protocol: {InWords(DemonstrationCouncils.All)}. Without it: {DemonstrationCouncils.Usual.ProtocolKey}.",
            HelpName = "protocol",
        };
        var port = new Option<int?>("--port")
        {
            Description = $"Port on 127.0.0.1. Without it: {ServeCommand.UsualPort}, or the next that is free.",
        };
        var data = new Option<string?>("--data")
        {
            Description = $"Folder of the demonstration's data. Without it: {UsualFolder}, and one beside it for each other council.",
        };
        var fresh = new Option<bool>("--fresh") { Description = "Throw the demonstration's data away and begin anew." };
        var command = new Command("demo", "Start a demonstration council with data of its own, on this machine only.")
        {
            council,
            port,
            data,
            fresh,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var wanted = parsed.GetValue(council) is { } word ? Meant(word) : DemonstrationCouncils.Usual;
                var protocols = shared.FolderOf(parsed, terminal);
                var folder = terminal.PathOf(parsed.GetValue(data) ?? InCheckout(FolderOf(wanted)));
                await new DemonstrationData(wanted, folder, protocols, terminal, TimeProvider.System).PrepareAsync(
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
        return new Verb(command, ["comity demo", "comity demo --council town", "comity demo --port 5090 --fresh"]);
    }

    private static DemonstrationCouncil Meant(string word) =>
        DemonstrationCouncils.Find(word)
        ?? throw CommandException.Usage($"no demonstration council is called `{word}`", $"there are {InWords(DemonstrationCouncils.All)}");

    private static string InWords(IEnumerable<DemonstrationCouncil> councils) =>
        string.Join(", ", councils.Select(council => $"{council.ProtocolKey} ({council.Name})"));

    // Each council has data of its own, so that one can be left and come back to.
    private static string FolderOf(DemonstrationCouncil council) =>
        council == DemonstrationCouncils.Usual ? UsualFolder : $"{UsualFolder}-{council.ProtocolKey}";

    /// <summary>From a checkout always the same folder, wherever in it the command is given; elsewhere one in the folder that one stands in.</summary>
    private static string InCheckout(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Comity.slnx")))
            {
                return Path.Combine(folder.FullName, name);
            }
        }

        return name;
    }
}
