using System.CommandLine;

namespace Comity.Cli.Commands;

/// <summary><c>comity demo</c>: a fictional council under the wigan protocol, in which anybody can be anybody with one click.</summary>
public static class DemoCommand
{
    private const string Mark = "demonstration";

    public static Verb Create(Shared shared, Terminal terminal)
    {
        var port = new Option<int?>("--port")
        {
            Description = $"Port on 127.0.0.1. Without it: {ServeCommand.UsualPort}, or the next that is free.",
        };
        var data = new Option<string?>("--data") { Description = "Folder of the demonstration's data. Without it: data/demo." };
        var fresh = new Option<bool>("--fresh") { Description = "Throw the demonstration's data away and begin anew." };
        var command = new Command("demo", "Start a demonstration council with data of its own, on this machine only.")
        {
            port,
            data,
            fresh,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                var folder = parsed.GetValue(data) ?? "data/demo";
                Prepare(terminal.PathOf(folder), parsed.GetValue(fresh));
                return ServeCommand.StartAsync(
                    terminal,
                    shared.FolderOf(parsed, terminal),
                    parsed.GetValue(port),
                    folder,
                    isDemonstration: true,
                    cancellationToken
                );
            }
        );
        return new Verb(command, ["comity demo", "comity demo --port 5090", "comity demo --fresh"]);
    }

    /// <summary>Only a folder that a demonstration made may be thrown away, or be used by one: a council's own data never is.</summary>
    private static void Prepare(string folder, bool fresh)
    {
        var mark = Path.Combine(folder, Mark);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(mark))
        {
            throw new CommandException(
                ExitCode.Failed,
                $"`{folder}` holds something that no demonstration made",
                "give the demonstration a folder of its own with --data"
            );
        }

        if (fresh && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(mark, "A demonstration keeps its data here: none of it is real, and all of it may be thrown away.\n");
    }
}
