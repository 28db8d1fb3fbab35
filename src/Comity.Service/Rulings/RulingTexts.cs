using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Comity.Protocols;
using Comity.Protocols.Vocabularies;
using Comity.Service.People;

namespace Comity.Service.Rulings;

/// <summary>
/// Rulings in the language of the protocol: what binds, in a text of its own layer; what the council has adopted, among its arrangements. They are read together
/// with the other texts, so that a decision names them and replays with exactly those of its day.
/// </summary>
internal static partial class RulingTexts
{
    public const string Folder = "rulings/";
    public const string Binding = Folder + "rulings.protocol.md";
    private const string Adopted = Folder + "adopted.protocol.md";

    /// <summary>The texts of the rulings that hold on a day or will.</summary>
    public static IReadOnlyList<SourceText> Of(IEnumerable<Ruling> rulings, Vocabulary vocabulary, DateOnly today)
    {
        var alive = rulings.Where(ruling => ruling.Until is null || (ruling.Until >= today && ruling.Until >= ruling.From)).ToList();
        var binding = alive.Where(ruling => ruling.Binding).OrderBy(ruling => ruling.Number).ToList();
        var adopted = alive
            .Where(ruling =>
                ruling is { Binding: false, AdoptedFrom: not null } && (ruling.Until is null || ruling.Until >= ruling.AdoptedFrom)
            )
            .OrderBy(ruling => ruling.Number)
            .ToList();
        var texts = new List<SourceText>();
        if (binding.Count > 0)
        {
            var front =
                $"---\nprotocol: rulings\ntitle: The Monitoring Officer's rulings\nlayer: ruling\nin-force-from: {binding.Min(ruling => ruling.From).Iso()}\n---\n";
            texts.Add(
                new SourceText(Binding, front + string.Concat(binding.Select(ruling => Clause(ruling, "rulings", ruling.From, vocabulary))))
            );
        }

        if (adopted.Count > 0)
        {
            const string front = "---\nprotocol: adopted-rulings\ntitle: Advice that the council has adopted\nlayer: arrangement\n---\n";
            texts.Add(
                new SourceText(
                    Adopted,
                    front
                        + string.Concat(adopted.Select(ruling => Clause(ruling, "adopted-rulings", ruling.AdoptedFrom!.Value, vocabulary)))
                )
            );
        }

        return texts;
    }

    /// <summary>One ruling as a text by itself, to see whether it bears on a situation.</summary>
    public static ProtocolFile Alone(Ruling ruling, Vocabulary vocabulary) =>
        ProtocolFile.Read(
            new SourceText(Folder + "advice", "---\nprotocol: advice\n---\n" + Clause(ruling, "advice", ruling.From, vocabulary)),
            vocabulary
        );

    private static string Clause(Ruling ruling, string key, DateOnly from, Vocabulary vocabulary)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"{(key == "adopted-rulings" ? 'M' : 'R')}{ruling.Number}");
        var source =
            key == "adopted-rulings"
                ? $"advice of {ruling.AuthorName}, adopted by minute {ruling.AdoptedMinute}"
                : $"{ruling.AuthorName}, Monitoring Officer, {from.InWords()}";
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\n## {number} {Line(ruling.Title)} ({Line(source)}) {{#{key}-{ruling.Number}}}\n\n");
        text.Append(string.Join("\n\n", Paragraphs(ruling.Answer)));
        text.Append(CultureInfo.InvariantCulture, $"\n\n```rule {key}/{number}/a\non {ruling.Act}");
        text.Append(Place("by", ruling.ByRole)).Append(Place("to", ruling.ToRole)).Append(Place("about", ruling.AboutRole)).Append('\n');
        foreach (var (fact, value) in ruling.FactLines)
        {
            text.Append("when ").Append(Condition(vocabulary.Facts[fact], value)).Append('\n');
        }

        if (key == "rulings" && ruling.Despite.Length > 0)
        {
            text.Append("despite ").AppendJoin(", ", ruling.Despite.Split(' ')).Append('\n');
        }

        text.Append(CultureInfo.InvariantCulture, $"source \"{Line(source)}\"\nfrom {from.Iso()}\n");
        if (ruling.Until is { } until)
        {
            text.Append(CultureInfo.InvariantCulture, $"until {until.Iso()}\n");
        }

        return text.Append(
                ruling.Effect switch
                {
                    RulingEffect.Permitted => "may",
                    RulingEffect.NotPermitted => "must not",
                    RulingEffect.Referred => $"must route to {ruling.ReferredTo} as ruling",
                    _ => throw new System.Diagnostics.UnreachableException(),
                }
            )
            .Append("\n```\n")
            .ToString();
    }

    private static string Place(string word, string? role) => role is null ? "" : $" {word} {role}";

    private static string Condition(Fact fact, string value) =>
        (fact.Kind, value) switch
        {
            (FactKind.YesNo, "no") => $"not {fact.Name}",
            (FactKind.YesNo, _) => fact.Name,
            (FactKind.Number, _) => $"{fact.Name} is at least {value} and {fact.Name} is at most {value}",
            _ => $"{fact.Name} is {value}",
        };

    // What somebody wrote stays words: nothing in it is read as a heading, a block or the end of a text.
    private static IEnumerable<string> Paragraphs(string words) =>
        words.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(Line).Where(line => line.Length > 0);

    private static string Line(string words) =>
        Gaps()
            .Replace(words, " ")
            .Trim()
            .TrimStart('#', '`', '-', ' ')
            .Replace('"', '”')
            .Replace('{', '(')
            .Replace('}', ')')
            .Replace('`', '’');

    [GeneratedRegex(@"[\s\p{C}]+")]
    private static partial Regex Gaps();
}
