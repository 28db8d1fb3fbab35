using System.CommandLine;
using Comity.Cli.Output;
using Comity.Protocols;
using Comity.Protocols.Cases;
using Comity.Service.ProtocolLibrary;

namespace Comity.Cli.Commands;

/// <summary><c>comity cases</c>: runs the examples that stand beside each protocol; with <c>--update</c> writes down what the protocol answers now.</summary>
public static class CasesCommand
{
    public static Verb Create(Shared shared, Terminal terminal)
    {
        var protocol = new Argument<string?>("protocol")
        {
            Description = "The protocol's key, or the folder it stands in. Without it: all files, law and safeguards too.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var update = new Option<bool>("--update")
        {
            Description = "Where an answer is another than expected, write the new answer into the case, and show what changed.",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "With --update: show what would change, and write nothing." };
        var command = new Command("cases", "Run the cases beside the protocols: each is a situation and what is expected of the answer.")
        {
            protocol,
            update,
            dryRun,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(dryRun) && !parsed.GetValue(update))
            {
                throw CommandException.Usage("--dry-run goes with --update");
            }

            var wanted = parsed.GetValue(protocol);
            var opened = shared.Open(parsed, terminal, wanted);
            IReadOnlyList<string> keys =
            [
                .. wanted is null ? opened.OwnFiles.Select(file => file.Control.Protocol) : opened.Meant.Select(pack => pack.Key),
            ];
            var faults = opened.Library.Library.CaseFiles.SelectMany(file => file.Diagnostics).ToList();
            foreach (var fault in faults)
            {
                terminal.Error.WriteLine(fault.ToString());
            }

            var results = Run(opened.Library, keys);
            var updates = parsed.GetValue(update) ? CaseUpdates.Of(opened, results) : null;
            if (!parsed.GetValue(dryRun))
            {
                updates?.Write();
            }

            var report = CasesReport.Of(keys, results, updates, name => terminal.Shorten(opened.PathOf(name)));
            terminal.Out.Write(shared.WantsJson(parsed) ? JsonText.Write(report) + "\n" : report.ToText(parsed.GetValue(dryRun)));
            var isRight = updates is null || parsed.GetValue(dryRun) ? report.Passed == report.Cases : report.LeftAlone.Count == 0;
            return (int)(
                faults.Count > 0 ? ExitCode.Diagnostics
                : isRight ? ExitCode.Done
                : ExitCode.Failed
            );
        });
        return new Verb(
            command,
            [
                "comity cases wigan",
                "comity cases ./our-parish --update --dry-run",
                "comity cases ./our-parish --update",
                "comity cases --format json",
            ]
        );
    }

    internal static IReadOnlyList<CaseResult> Run(PackLibrary library, IEnumerable<string> keys) =>
        [.. keys.SelectMany(key => CaseSet.Run(library.Library, key, CalendarsOf(library, key)))];

    private static CouncilCalendars? CalendarsOf(PackLibrary library, string key) =>
        library.Library.File(key) is { } file ? library.CalendarsFor(new Pack(file, [])) : null;
}
