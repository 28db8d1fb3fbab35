using System.CommandLine;
using Comity.Cli.Output;
using Comity.Cli.Situations;
using Comity.Protocols;
using Comity.Protocols.Routes;
using Comity.Service.ProtocolLibrary;

namespace Comity.Cli.Commands;

/// <summary><c>comity decide PROTOCOL SITUATION</c>: what the protocol says, who deals with it, by when, and why.</summary>
public static class DecideCommand
{
    public static Verb Create(Shared shared, Terminal terminal)
    {
        var protocol = new Argument<string>("protocol")
        {
            Description = "The protocol's key, for example wigan, or the folder it stands in.",
        };
        var situation = new Argument<string>("situation") { Description = "A YAML or JSON file, or - to read it from standard input." };
        var working = new Option<bool>("--working") { Description = "Show day by day how a date was counted." };
        var with = LayersOption();
        var command = new Command("decide", "Decide a situation: may it be done, who deals with it, by when, who may see it, and why.")
        {
            protocol,
            situation,
            working,
            with,
        };
        command.SetAction(parsed =>
        {
            var opened = shared.Open(parsed, terminal, parsed.GetRequiredValue(protocol));
            var (library, pack) = (opened.Library, opened.One);
            var (asked, stated) = Read(parsed.GetRequiredValue(situation), library.Vocabulary, terminal);
            var compiled = Compile(library, pack, parsed.GetValue(with), terminal);
            var decision = compiled.Decide(asked, library.CalendarsFor(pack));
            var people = stated is null ? [] : RouteResolver.Resolve(decision.Route, stated.Parties, stated, asked.On);
            Write(decision, people, shared.WantsJson(parsed), parsed.GetValue(working), terminal);
            return (int)decision.Outcome.ToExitCode();
        });
        return new Verb(
            command,
            [
                "comity decide wigan protocols/wigan/situations/wigan-01.yaml",
                "comity decide wigan enquiry.yaml --working",
                "comity decide generic papers.yaml --with our-ruling.protocol.md",
                "echo '{\"act\": \"reply\", \"by\": \"officer\", \"to\": \"member\"}' | comity decide wigan - --format json",
            ]
        );
    }

    internal static Option<string[]> LayersOption() =>
        new("--with")
        {
            Description = "A file of the council's own rulings or arrangements that holds beside the protocol.",
            HelpName = "file",
        };

    /// <summary>The protocol with the council's own files. What is wrong in those is said, and the acts that it touches are not decided.</summary>
    internal static Protocol Compile(PackLibrary library, Pack pack, string[]? paths, Terminal terminal)
    {
        var layers = (paths ?? []).Select(path => Shared.ReadLayer(library, path, terminal)).ToList();
        if (layers.Count == 0)
        {
            return pack.Compile();
        }

        var compiled = Protocol.Compile(pack.File, [.. pack.Layers, .. layers]);
        foreach (var finding in compiled.Diagnostics)
        {
            terminal.Error.WriteLine(finding.ToString());
        }

        return compiled;
    }

    internal static void Write(Decision decision, IReadOnlyList<ResolvedStep> people, bool asJson, bool showWorking, Terminal terminal)
    {
        if (asJson)
        {
            terminal.Out.WriteLine(JsonText.Write(DecisionReport.Of(decision, people)));
        }
        else
        {
            terminal.Out.Write(Output.DecisionText.Write(decision, people, showWorking));
        }
    }

    private static (Situation Situation, StatedPeople? People) Read(string path, Vocabulary vocabulary, Terminal terminal)
    {
        string text;
        if (path == "-")
        {
            text = terminal.In.ReadToEnd();
            path = "standard input";
        }
        else if (!File.Exists(terminal.PathOf(path)))
        {
            throw CommandException.Usage($"there is no file `{path}`");
        }
        else
        {
            text = File.ReadAllText(terminal.PathOf(path));
        }

        var faults = new List<SituationFault>();
        var file = SituationFile.Read(text, faults);
        var situation = SituationBinding.Bind(file, vocabulary, faults);
        if (situation is not null)
        {
            return (situation, file.People.Count == 0 ? null : StatedPeople.From(file.People));
        }

        foreach (var fault in faults)
        {
            terminal.Error.WriteLine(fault.Show(path));
        }

        throw CommandException.Usage($"`{path}` is not a situation that can be decided");
    }
}
