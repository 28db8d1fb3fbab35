using System.CommandLine;
using System.Globalization;
using Comity.Cli.Output;
using Comity.Protocols;
using Comity.Service.ProtocolLibrary;

namespace Comity.Cli.Commands;

/// <summary><c>comity check</c>: what is wrong in the protocol files, each with its place and what to write instead.</summary>
public static class CheckCommand
{
    public static Verb Create(Shared shared, Terminal terminal)
    {
        var protocol = new Argument<string?>("protocol")
        {
            Description = "The protocol's key. Without it: all of them.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("check", "Read the protocol files and say what is wrong in them: file, line, column and a suggestion.")
        {
            protocol,
        };
        command.SetAction(parsed =>
        {
            var folder = shared.FolderOf(parsed, terminal);
            var library = shared.Library(parsed, terminal);
            var packs = Shared.Choose(library, parsed.GetValue(protocol));
            var found = Findings(library, packs, path => terminal.Shorten(Path.Combine(folder, path)));
            var report = new CheckReport(
                [.. packs.Select(pack => pack.Key)],
                packs.Sum(pack => pack.File.Norms.Count),
                found,
                found.Count(finding => finding.Severity == Severity.Error)
            );
            if (shared.WantsJson(parsed))
            {
                terminal.Out.WriteLine(JsonText.Write(report));
            }
            else
            {
                foreach (var finding in found)
                {
                    terminal.Out.WriteLine(finding.Show());
                }

                terminal.Out.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{string.Join(", ", report.Protocols)}: {report.Norms} norms, {report.Errors} errors, {found.Count - report.Errors} warnings"
                    )
                );
            }

            return (int)(found.Count == 0 ? ExitCode.Done : ExitCode.Diagnostics);
        });
        return new Verb(command, ["comity check", "comity check wigan --format json", "comity check --protocols ./our-protocols"]);
    }

    private static List<CheckReport.Finding> Findings(PackLibrary library, IEnumerable<Pack> packs, Func<string, string> shorten) =>
        [
            .. library.CalendarFaults.Select(fault => new CheckReport.Finding(
                "calendar",
                Severity.Error,
                shorten(fault.Path),
                fault.Line,
                1,
                fault.Message,
                null
            )),
            .. library
                .Library.Diagnostics.Concat(packs.SelectMany(pack => pack.Compile().Diagnostics))
                .Distinct()
                .OrderBy(found => found.Path, StringComparer.Ordinal)
                .ThenBy(found => found.Line)
                .ThenBy(found => found.Column)
                .Select(found => new CheckReport.Finding(
                    found.Id,
                    found.Severity,
                    shorten(found.Path),
                    found.Line,
                    found.Column,
                    found.Message,
                    found.Suggestion
                )),
        ];
}
