using System.CommandLine;
using System.Globalization;
using Comity.Cli.Output;
using Comity.Protocols;
using Comity.Protocols.Analysis;
using Comity.Service.ProtocolLibrary;

namespace Comity.Cli.Commands;

/// <summary><c>comity check</c>: what is wrong in the protocol files, each with its place and what to write instead.</summary>
public static class CheckCommand
{
    public static Verb Create(Shared shared, Terminal terminal)
    {
        var protocol = new Argument<string?>("protocol")
        {
            Description = "The protocol's key, or the folder it stands in. Without it: all of them.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var situations = new Option<string?>("--situations")
        {
            Description = "Write each situation that shows a finding to a file in this folder, for comity decide.",
            HelpName = "folder",
        };
        var command = new Command("check", "Read the protocol files and say what is wrong in them: file, line, column and a suggestion.")
        {
            protocol,
            situations,
        };
        command.SetAction(parsed =>
        {
            var opened = shared.Open(parsed, terminal, parsed.GetValue(protocol));
            var (library, packs) = (opened.Library, opened.Meant);
            var shown = parsed.GetValue(situations) is { } path ? new SituationFolder(terminal.PathOf(path)) : null;
            var found = Findings(library, packs, shown, file => terminal.Shorten(opened.PathOf(file)));
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
                        $"{string.Join(", ", report.Protocols)}: {Counted(report.Norms, "norm")}, {Counted(report.Errors, "error")}, {Counted(found.Count - report.Errors, "warning")}"
                    )
                );
            }

            return (int)(found.Count == 0 ? ExitCode.Done : ExitCode.Diagnostics);
        });
        return new Verb(
            command,
            ["comity check", "comity check wigan --format json", "comity check --protocols ./our-protocols --situations ./shown"]
        );
    }

    internal static string Counted(int number, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");

    private static List<CheckReport.Finding> Findings(
        PackLibrary library,
        IEnumerable<Pack> packs,
        SituationFolder? shown,
        Func<string, string> shorten
    ) =>
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
            .. ProtocolFindings.In(library, packs).Select(found => Finding(found, shown, shorten)),
        ];

    private static CheckReport.Finding Finding(CheckFinding found, SituationFolder? shown, Func<string, string> shorten)
    {
        var (diagnostic, situation) = found;
        if (situation is not null)
        {
            shown?.Write(diagnostic.Id, situation, [], diagnostic.Message);
        }

        return new CheckReport.Finding(
            diagnostic.Id,
            diagnostic.Severity,
            shorten(diagnostic.Path),
            diagnostic.Line,
            diagnostic.Column,
            diagnostic.Message,
            diagnostic.Suggestion,
            AskedSituation.Of(situation, [])
        );
    }
}
