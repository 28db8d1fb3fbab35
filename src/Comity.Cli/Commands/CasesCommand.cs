using System.CommandLine;
using System.Globalization;
using Comity.Cli.Output;
using Comity.Protocols.Cases;

namespace Comity.Cli.Commands;

/// <summary><c>comity cases</c>: runs the examples that stand beside each protocol.</summary>
public static class CasesCommand
{
    public static Verb Create(Shared shared, Terminal terminal)
    {
        var protocol = new Argument<string?>("protocol")
        {
            Description = "The protocol's key. Without it: all files, law and safeguards too.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("cases", "Run the cases beside the protocols: each is a situation and what is expected of the answer.")
        {
            protocol,
        };
        command.SetAction(parsed =>
        {
            var folder = shared.FolderOf(parsed, terminal);
            var library = shared.Library(parsed, terminal);
            var wanted = parsed.GetValue(protocol);
            IReadOnlyList<string> keys = wanted is null
                ? [.. library.Library.Files.Select(file => file.Control.Protocol)]
                : [Shared.Find(library, wanted).Key];
            var faults = library.Library.CaseFiles.SelectMany(file => file.Diagnostics).ToList();
            foreach (var fault in faults)
            {
                terminal.Error.WriteLine(fault.ToString());
            }

            var results = keys.SelectMany(key => CaseSet.Run(library.Library, key, CalendarsOf(library, key))).ToList();
            var report = new CasesReport(
                [.. keys],
                results.Count,
                results.Count(result => result.Passed),
                [
                    .. results
                        .SelectMany(result => result.Failures)
                        .Select(failure => new CasesReport.Failure(
                            terminal.Shorten(Path.Combine(folder, failure.At.Path)),
                            failure.At.Line,
                            failure.Case.Norm,
                            failure.Case.Title,
                            failure.Expected,
                            failure.Got
                        )),
                ]
            );
            if (shared.WantsJson(parsed))
            {
                terminal.Out.WriteLine(JsonText.Write(report));
            }
            else
            {
                foreach (var failure in report.Failures)
                {
                    terminal.Out.WriteLine(failure.Show());
                }

                terminal.Out.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{report.Cases} cases, {report.Passed} passed, {report.Cases - report.Passed} failed"
                    )
                );
            }

            return (int)(
                faults.Count > 0 ? ExitCode.Diagnostics
                : report.Passed == report.Cases ? ExitCode.Done
                : ExitCode.Failed
            );
        });
        return new Verb(command, ["comity cases wigan", "comity cases --format json"]);
    }

    private static Comity.Protocols.CouncilCalendars? CalendarsOf(Service.ProtocolLibrary.PackLibrary library, string key) =>
        library.Library.File(key) is { } file ? library.CalendarsFor(new Service.ProtocolLibrary.Pack(file, [])) : null;
}
