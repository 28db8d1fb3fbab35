using System.CommandLine;
using Comity.Cli.Output;
using Comity.Protocols;
using Comity.Protocols.Language;

namespace Comity.Cli.Commands;

/// <summary><c>comity fmt</c>: writes the blocks of protocol files in their one form; prose and comments stay as they are.</summary>
public static class FmtCommand
{
    private static readonly string[] Endings = [".protocol.md", ".arrangement.md", ".ruling.md"];

    public static Verb Create(Shared shared, Terminal terminal)
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Protocol files, or folders of them. Without any: the folder of protocols.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var check = new Option<bool>("--check")
        {
            Description = "Write nothing; name the files that are not formatted, and fail if there are any.",
        };
        var command = new Command(
            "fmt",
            "Format protocol files: the lines of every block in one form and order. Comments and prose are kept."
        )
        {
            paths,
            check,
        };
        command.SetAction(parsed =>
        {
            IReadOnlyList<string> files = parsed.GetValue(paths) is { Length: > 0 } given
                ? [.. given.SelectMany(path => FilesAt(path, terminal)).Distinct(StringComparer.Ordinal)]
                : FilesIn(shared.FolderOf(parsed, terminal));
            var read = files.Select(path => Format(path, terminal)).ToList();
            foreach (var file in read.Where(file => file.IsChanged && !parsed.GetValue(check)))
            {
                ExactText.Write(file.Path, file.Formatted.Text);
            }

            var report = new FmtReport(
                read.Count,
                [.. read.Where(file => file.IsChanged).Select(file => terminal.Shorten(file.Path))],
                [.. read.SelectMany(file => file.Formatted.Errors).Select(CheckReport.Finding.Of)]
            );
            Write(report, shared.WantsJson(parsed), parsed.GetValue(check), terminal);
            return (int)(
                report.Errors.Count > 0 ? ExitCode.Diagnostics
                : parsed.GetValue(check) && report.Changed.Count > 0 ? ExitCode.Failed
                : ExitCode.Done
            );
        });
        return new Verb(command, ["comity fmt ./our-parish", "comity fmt our-parish/our-parish.protocol.md", "comity fmt --check"]);
    }

    private static (string Path, bool IsChanged, FormattedText Formatted) Format(string path, Terminal terminal)
    {
        var text = ExactText.Read(path);
        var formatted = ProtocolFormatter.Format(new SourceText(terminal.Shorten(path), text));
        return (path, formatted.Text != text, formatted);
    }

    private static void Write(FmtReport report, bool asJson, bool isCheck, Terminal terminal)
    {
        if (asJson)
        {
            terminal.Out.WriteLine(JsonText.Write(report));
            return;
        }

        foreach (var error in report.Errors)
        {
            terminal.Error.WriteLine(error.Show());
        }

        foreach (var path in report.Changed)
        {
            terminal.Out.WriteLine(path);
        }

        if (!isCheck || report.Changed.Count == 0)
        {
            terminal.Out.WriteLine(report.Show());
        }
    }

    private static IReadOnlyList<string> FilesAt(string named, Terminal terminal)
    {
        var path = terminal.PathOf(named);
        return Directory.Exists(path) && FilesIn(path) is { Count: > 0 } files ? files
            : Directory.Exists(path)
                ? throw CommandException.Usage($"the folder `{named}` holds no protocol (a file called NAME.protocol.md)")
            : !File.Exists(path) ? throw CommandException.Usage($"there is no file or folder `{named}`")
            : path.EndsWith(".md", StringComparison.Ordinal) ? [path]
            : throw CommandException.Usage($"`{named}` is no protocol file", "its name ends in .protocol.md");
    }

    private static IReadOnlyList<string> FilesIn(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
                .Where(path => Endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal),
        ];
}
