using System.CommandLine;
using System.Text.RegularExpressions;
using Comity.Cli.Output;
using Comity.Cli.Skeleton;
using Comity.Protocols.Language;

namespace Comity.Cli.Commands;

/// <summary><c>comity new</c>: the folder of a new protocol, with a clause of each kind and an example for each.</summary>
public static partial class NewCommand
{
    // Names of folders that stand beside the protocols and mean something else.
    private static readonly string[] Taken = ["vocabulary", "calendars", "law", "safeguards", "national"];

    public static Verb Create(Shared shared, Terminal terminal)
    {
        var folder = new Argument<string>("folder") { Description = "The folder to make. Its name becomes the protocol's key." };
        var like = new Option<string?>("--like")
        {
            Description = "Begin with the clauses and cases of another protocol, by its key, instead of the skeleton.",
            HelpName = "protocol",
        };
        var nation = new Option<string?>("--nation") { Description = "Where the council is. Without it: england.", HelpName = "nation" };
        nation.AcceptOnlyFromAmong([.. DocumentControl.KnownNations]);
        var kind = new Option<string?>("--kind") { Description = "What kind of council it is. Without it: parish.", HelpName = "kind" };
        kind.AcceptOnlyFromAmong([.. DocumentControl.KnownCouncilKinds]);
        var command = new Command("new", "Make the folder of a new protocol: clauses of each kind with notes, and an example for each.")
        {
            folder,
            like,
            nation,
            kind,
        };
        command.SetAction(parsed =>
        {
            var named = parsed.GetRequiredValue(folder);
            var path = terminal.PathOf(named);
            var opened = shared.Open(parsed, terminal);
            var key = KeyOf(path, named);
            if (Taken.Contains(key) || opened.Library.Library.File(key) is not null)
            {
                throw CommandException.Usage($"there is a `{key}` already", "give the folder another name");
            }

            if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
            {
                throw new CommandException(
                    ExitCode.Failed,
                    $"`{named}` is there already and is not empty",
                    "nothing was written; give another folder"
                );
            }

            var files = parsed.GetValue(like) is { } model
                ? Copied(
                    new CopiedPack(opened, Shared.Find(opened.Library, model), key, parsed.GetValue(kind), parsed.GetValue(nation)),
                    key
                )
                : Skeleton(
                    new SkeletonText(key, terminal.Shorten(path), parsed.GetValue(kind) ?? "parish", parsed.GetValue(nation) ?? "england"),
                    key
                );
            var report = new NewReport(key, [.. files.Select(file => terminal.Shorten(Write(path, file)))]);
            terminal.Out.Write(shared.WantsJson(parsed) ? JsonText.Write(report) + "\n" : report.ToText(terminal.Shorten(path)));
            return (int)ExitCode.Done;
        });
        return new Verb(
            command,
            ["comity new our-parish", "comity new our-town --kind town --nation wales", "comity new our-parish --like generic"]
        );
    }

    private static List<(string Name, string Text)> Skeleton(SkeletonText skeleton, string key) =>
        [($"{key}.protocol.md", skeleton.Protocol()), ("cases/first.case", skeleton.FirstCases())];

    private static List<(string Name, string Text)> Copied(CopiedPack copied, string key) =>
        [($"{key}.protocol.md", copied.Protocol()), .. copied.Cases()];

    private static string KeyOf(string path, string named)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path)).ToLowerInvariant().Replace(' ', '-');
        return Name().IsMatch(name)
            ? name
            : throw CommandException.Usage(
                $"`{named}` gives no name for a protocol",
                "use letters from a to z, digits and hyphens, and begin with a letter"
            );
    }

    private static string Write(string folder, (string Name, string Text) file)
    {
        var path = Path.Combine(folder, file.Name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Whatever came to be there in the meantime stays.
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        using var writer = new StreamWriter(stream);
        writer.Write(file.Text);
        return path;
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex Name();
}
