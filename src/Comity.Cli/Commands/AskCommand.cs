using System.CommandLine;
using System.Globalization;
using Comity.Cli.Output;
using Comity.Protocols;
using Comity.Protocols.Interviews;
using Comity.Protocols.Language;
using Comity.Protocols.Vocabularies;

namespace Comity.Cli.Commands;

/// <summary><c>comity ask PROTOCOL</c>: asks only what can change the answer, then answers. Answers may be typed or piped, one a line.</summary>
public static class AskCommand
{
    public static Verb Create(Shared shared, Terminal terminal)
    {
        var protocol = new Argument<string>("protocol")
        {
            Description = "The protocol's key, for example wigan, or the folder it stands in.",
        };
        var working = new Option<bool>("--working") { Description = "Show day by day how a date was counted." };
        var with = DecideCommand.LayersOption();
        var command = new Command("ask", "Be asked, question by question, until the answer is settled.") { protocol, working, with };
        command.SetAction(parsed =>
        {
            var opened = shared.Open(parsed, terminal, parsed.GetRequiredValue(protocol));
            var (library, pack) = (opened.Library, opened.One);
            var compiled = DecideCommand.Compile(library, pack, parsed.GetValue(with), terminal);
            var conversation = new Conversation(compiled, terminal);
            var decision = compiled.Decide(conversation.Run(), library.CalendarsFor(pack));
            conversation.Finish();
            DecideCommand.Write(decision, [], shared.WantsJson(parsed), parsed.GetValue(working), terminal);
            return (int)decision.Outcome.ToExitCode();
        });
        return new Verb(
            command,
            [
                "comity ask wigan",
                "printf 'reply\\nofficer\\nmember\\n\\n2026-04-02\\n' | comity ask wigan",
                "comity ask wigan --format json",
            ]
        );
    }

    /// <summary>Questions go to standard error, so that standard output holds the answer alone.</summary>
    private sealed class Conversation(Protocol protocol, Terminal terminal)
    {
        private const int MostOffered = 12;

        private readonly Vocabulary vocabulary = protocol.Vocabulary;
        private bool ended;

        public Situation Run()
        {
            Say("Answer with a word or its number. An empty line: I do not know, or nobody. ?: help.");
            var builder = Situation.In(vocabulary).Act(AskAct());
            var nobody = new HashSet<Party>();
            var notKnown = new HashSet<string>(StringComparer.Ordinal);
            while (!ended)
            {
                switch (new Interview(protocol, builder.Build(), nobody, notKnown).Next())
                {
                    case WhoStep who:
                        builder = AskRole(builder, who, nobody);
                        break;
                    case FactStep fact:
                        builder = AskFact(builder, fact.Question.Fact, notKnown);
                        break;
                    default:
                        return builder.Build();
                }
            }

            return builder.Build();
        }

        public void Finish() => Say("");

        private string AskAct()
        {
            var listed = false;
            while (true)
            {
                var answer = Prompt("What is it about? (some words, for example: reply, concern, letter)");
                if (answer is null)
                {
                    throw CommandException.Usage("nothing was asked", "say what it is about");
                }

                var found = ActSearch.Find(protocol, answer).Take(MostOffered).ToList();
                if (found is [var exact] && exact.Name == answer)
                {
                    return exact.Name;
                }

                if (found.Count == 0)
                {
                    Say(
                        $"Nothing in this protocol is found by `{answer}`.{(listed ? "" : $" It speaks of: {string.Join(", ", protocol.ActsNamed)}.")}"
                    );
                    listed = true;
                    continue;
                }

                if (Choose("Which of these?", [.. found.Select(act => (act.Name, act.Label))]) is { } chosen)
                {
                    return chosen;
                }
            }
        }

        private SituationBuilder AskRole(SituationBuilder builder, WhoStep who, HashSet<Party> nobody)
        {
            var question = who.Place switch
            {
                Party.Actor => "Who does it?",
                Party.Recipient => "To whom?",
                _ => "About whom?",
            };
            while (true)
            {
                Say($"{question} (one of these, or another role by its name)");
                Offer([.. who.Offered.Select(role => (role.Name, role.Label))]);
                var answer = Read();
                if (string.IsNullOrEmpty(answer))
                {
                    nobody.Add(who.Place);
                    return builder;
                }

                var role = Numbered(answer, [.. who.Offered.Select(offered => offered.Name)]) ?? answer;
                if (vocabulary.Roles.ContainsKey(role))
                {
                    return who.Place switch
                    {
                        Party.Actor => builder.By(role),
                        Party.Recipient => builder.To(role),
                        _ => builder.About(role),
                    };
                }

                Say(Unknown("role", answer, vocabulary.Roles.Keys));
            }
        }

        private SituationBuilder AskFact(SituationBuilder builder, Fact fact, HashSet<string> notKnown)
        {
            while (true)
            {
                Say(fact.Question);
                Offer([.. fact.Choices.Select(choice => (choice.Name, choice.Label))]);
                if (fact.Kind == FactKind.Date)
                {
                    Say("  as 2026-04-02");
                }

                var answer = Read();
                if (answer == "?")
                {
                    Say(fact.Help.Length > 0 ? fact.Help : "There is no further help on this.");
                    continue;
                }

                if (string.IsNullOrEmpty(answer))
                {
                    notKnown.Add(fact.Name);
                    return builder;
                }

                var value = Numbered(answer, [.. fact.Choices.Select(choice => choice.Name)]) ?? Spoken(answer, fact);
                var next = builder.With(fact.Name, value);
                if (next.Diagnostics.Count == 0)
                {
                    return next;
                }

                var wrong = next.Diagnostics[^1];
                Say(wrong.Suggestion is null ? $"{wrong.Message}." : $"{wrong.Message}: {wrong.Suggestion}");
            }
        }

        private string? Choose(string question, IReadOnlyList<(string Name, string Label)> options)
        {
            if (options.Count == 1)
            {
                Say($"{options[0].Label}.");
                return options[0].Name;
            }

            Say(question);
            Offer(options);
            var answer = Read();
            return answer is null
                ? null
                : Numbered(answer, [.. options.Select(option => option.Name)])
                    ?? options.Select(option => option.Name).FirstOrDefault(name => name == answer);
        }

        private static string Spoken(string answer, Fact fact) =>
            fact.Kind != FactKind.YesNo ? answer
            : answer.Equals("y", StringComparison.OrdinalIgnoreCase) ? "yes"
            : answer.Equals("n", StringComparison.OrdinalIgnoreCase) ? "no"
            : answer.ToLowerInvariant();

        private static string? Numbered(string answer, List<string> options) =>
            int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= options.Count
                ? options[number - 1]
                : null;

        private static string Unknown(string what, string given, IEnumerable<string> known) =>
            Nearest.Suggest(given, known) is { } hint ? $"No {what} is called `{given}`: {hint}" : $"No {what} is called `{given}`.";

        private void Offer(IReadOnlyList<(string Name, string Label)> options)
        {
            for (var i = 0; i < options.Count; i++)
            {
                Say(string.Create(CultureInfo.InvariantCulture, $"  {i + 1}  {options[i].Label} ({options[i].Name})"));
            }
        }

        private string? Prompt(string question)
        {
            Say(question);
            return Read();
        }

        private string? Read()
        {
            terminal.Error.Write("> ");
            terminal.Error.Flush();
            var line = terminal.In.ReadLine();
            ended |= line is null;
            return line?.Trim();
        }

        private void Say(string line) => terminal.Error.WriteLine(line);
    }
}
