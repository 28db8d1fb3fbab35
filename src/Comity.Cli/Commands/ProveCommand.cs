using System.CommandLine;
using Comity.Cli.Output;
using Comity.Protocols;
using Comity.Protocols.Analysis;
using Comity.Protocols.Language;
using Comity.Service.ProtocolLibrary;

namespace Comity.Cli.Commands;

/// <summary><c>comity prove</c>: what a council must be able to rely on, in every situation; or the situation in which it fails.</summary>
public static class ProveCommand
{
    public static Verb Create(Shared shared, Terminal terminal)
    {
        var protocol = new Argument<string?>("protocol")
        {
            Description = "The protocol's key, or the folder it stands in. Without it: all of them.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var with = new Option<string[]>("--with")
        {
            Description = "A file of rulings or arrangements that the council has made, to prove what holds with them. May be given again.",
            HelpName = "file",
        };
        var substitute = new Option<string[]>("--substitute")
        {
            Description = "Who stands in for an office: monitoring-officer=independent-person. May be given again.",
            HelpName = "role=role",
        };
        var situations = new Option<string?>("--situations")
        {
            Description = "Write each situation that fails to a file in this folder, for comity decide.",
            HelpName = "folder",
        };
        var command = new Command(
            "prove",
            "Prove that every concern finds somebody, nobody judges themselves and so on, or show where not."
        )
        {
            protocol,
            with,
            substitute,
            situations,
        };
        command.SetAction(parsed =>
        {
            var opened = shared.Open(parsed, terminal, parsed.GetValue(protocol));
            var (library, packs) = (opened.Library, opened.Meant);
            var added = (parsed.GetValue(with) ?? []).Select(path => Shared.ReadLayer(library, path, terminal)).ToList();
            var substitutes = Substitutes(parsed.GetValue(substitute) ?? [], library.Vocabulary);
            var folder = parsed.GetValue(situations) is { } path ? new SituationFolder(terminal.PathOf(path)) : null;
            // The proofs beside one another; what they show is written down in the order of the protocols.
            var proofs = new (Protocol Compiled, IReadOnlyList<ProvedProperty> Proved)[packs.Count];
            Parallel.For(0, packs.Count, place => proofs[place] = Prove(packs[place], added, substitutes));
            var report = new ProofReport([
                .. packs.Zip(proofs, (pack, proof) => Report(pack, proof.Compiled, proof.Proved, folder, terminal)),
            ]);
            if (shared.WantsJson(parsed))
            {
                terminal.Out.WriteLine(JsonText.Write(report));
            }
            else
            {
                terminal.Out.Write(report.ToText());
            }

            return (int)(report.Holds ? ExitCode.Done : ExitCode.Diagnostics);
        });
        return new Verb(
            command,
            [
                "comity prove wigan",
                "comity prove wigan --situations ./dead-ends && comity decide wigan ./dead-ends/raise-concern-01.yaml",
                "comity prove wigan --with protocols/wigan/demonstration.arrangement.md",
                "comity prove --substitute monitoring-officer=independent-person --format json",
            ]
        );
    }

    private static (Protocol Compiled, IReadOnlyList<ProvedProperty> Proved) Prove(
        Pack pack,
        IReadOnlyList<ProtocolFile> added,
        IReadOnlyDictionary<string, string> substitutes
    )
    {
        var compiled = Protocol.Compile(pack.File, [.. pack.Layers, .. added]);
        // Where a concern ends is asked of the protocol's own text: that a statute has a way for some of them does not mend it, and is said beside it.
        var text = Protocol.Compile(pack.File, [.. pack.Layers.Where(layer => layer.Control.Layer != Layer.Law), .. added]);
        return (compiled, ProtocolProof.Run(compiled, substitutes, text));
    }

    private static ProofReport.OfProtocol Report(
        Pack pack,
        Protocol compiled,
        IReadOnlyList<ProvedProperty> proof,
        SituationFolder? folder,
        Terminal terminal
    ) =>
        new(
            pack.Key,
            [
                .. proof.Select(proved => new ProofReport.Proved(
                    proved.Property,
                    ProofReport.Proved.In(proved.Property),
                    proved.Holds,
                    [.. proved.CounterExamples.Select(example => Example(example, pack, compiled, folder, terminal))],
                    [.. proved.Noted.Select(example => Example(example, pack, compiled, null, terminal))]
                )),
            ]
        );

    private static ProofReport.Example Example(
        CounterExample example,
        Pack pack,
        Protocol compiled,
        SituationFolder? folder,
        Terminal terminal
    ) =>
        new(
            example.Kind,
            example.Situation is { } situation ? SituationWords.Of(situation) : pack.File.Vocabulary.Acts[example.Act].Label,
            $"{example.Words}{LawOf(example, compiled)}",
            example.By,
            example.About,
            example.Norms,
            AskedSituation.Of(example.Situation, example.People),
            example.Situation is { } shown && folder is not null
                ? terminal.Shorten(folder.Write($"{pack.Key}-{example.Act}", shown, example.People, example.Words))
                : null
        );

    private static string LawOf(CounterExample example, Protocol compiled)
    {
        var norms =
            example.Kind == CounterKind.NoRoute && example.Situation is { } situation
                ? compiled
                    .Decide(situation)
                    .Route.SelectMany(step => step.Citations)
                    .Where(citation => citation.Layer == Layer.Law)
                    .Select(citation => citation.Norm)
                    .Distinct()
                    .ToList()
                : [];
        return norms.Count == 0 ? "" : $". The law has a step for it ({string.Join(", ", norms)})";
    }

    private static Dictionary<string, string> Substitutes(IEnumerable<string> given, Vocabulary vocabulary)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in given)
        {
            if (text.Split('=', 2, StringSplitOptions.TrimEntries) is not [var role, { Length: > 0 } other])
            {
                throw CommandException.Usage($"`{text}` names no substitute", "write it as monitoring-officer=independent-person");
            }

            if (!vocabulary.Roles.ContainsKey(role))
            {
                throw CommandException.Usage($"no role is called `{role}`", Nearest.Suggest(role, vocabulary.Roles.Keys));
            }

            found[role] = other;
        }

        return found;
    }
}
