using System.CommandLine;
using Comity.Cli.Output;
using Comity.Protocols.Analysis;
using Comity.Service.ProtocolLibrary;

namespace Comity.Cli.Commands;

/// <summary><c>comity coverage</c>: norm by norm the rule, its cases, and the tests that show it through the service.</summary>
public static class CoverageCommand
{
    public static Verb Create(Shared shared, Terminal terminal)
    {
        var protocol = new Argument<string?>("protocol")
        {
            Description = "The protocol's key, or the folder it stands in. Without it: all of them.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var mutate = new Option<bool>("--mutate") { Description = "Change every rule in turn and list the changes that no case notices." };
        var write = new Option<string?>("--write") { Description = "Write the table as Markdown to a file.", HelpName = "file" };
        var tests = new Option<string?>("--tests")
        {
            Description = "Folder of test sources with [Norm] marks. Without it: tests/ beside the folder of protocols.",
            HelpName = "folder",
        };
        var command = new Command("coverage", "Show norm by norm: the rule, its cases, and the tests that show it through the service.")
        {
            protocol,
            mutate,
            write,
            tests,
        };
        command.SetAction(parsed =>
        {
            var opened = shared.Open(parsed, terminal, parsed.GetValue(protocol));
            var (library, packs) = (opened.Library, opened.Meant);
            var folder = parsed.GetValue(tests) is { } given
                ? terminal.PathOf(given)
                : Path.Combine(Path.GetDirectoryName(opened.Folder)!, "tests");
            var marks = NormMarks.Read(folder);
            var reports = packs.Select(pack => Report(library, pack, marks, parsed.GetValue(mutate))).ToList();
            var report = new CoverageReport(
                reports,
                marks.Unknown(library.Library.Files.SelectMany(file => file.Norms).Select(norm => norm.Id))
            );
            if (parsed.GetValue(write) is { } path)
            {
                File.WriteAllText(terminal.PathOf(path), report.ToMarkdown());
            }

            if (shared.WantsJson(parsed))
            {
                terminal.Out.WriteLine(JsonText.Write(report));
            }
            else
            {
                terminal.Out.Write(report.ToText());
            }

            return (int)(report.IsWhole ? ExitCode.Done : ExitCode.Failed);
        });
        return new Verb(command, ["comity coverage wigan", "comity coverage wigan --mutate", "comity coverage --write docs/norms.md"]);
    }

    private static CoverageReport.ProtocolRows Report(PackLibrary library, Pack pack, NormMarks marks, bool mutate)
    {
        var mutation = mutate ? Mutation.Run(library.Library, pack.Key, library.CalendarsFor(pack)) : null;
        return new CoverageReport.ProtocolRows(
            pack.Key,
            [
                .. Coverage
                    .Of(library.Library, pack.Key, library.CatalogueOf(pack))
                    .Select(norm => new CoverageReport.Row(
                        norm.Id,
                        norm.Norm is null
                            ? []
                            : [.. norm.Norm.Rules.SelectMany(rule => rule.Scope.Acts).Select(act => act.Text).Distinct()],
                        norm.IsPresent,
                        norm.IsActionable,
                        norm.Cases.Count,
                        marks.Of(norm.Id)
                    )),
            ],
            mutation is null
                ? null
                : new CoverageReport.Mutants(
                    mutation.Total,
                    mutation.Killed,
                    [
                        .. mutation.Survivors.Select(one =>
                            one.Shown is { } situation ? $"{one}, which shows in: {SituationWords.Of(situation)}" : one.ToString()
                        ),
                    ]
                )
        );
    }
}
