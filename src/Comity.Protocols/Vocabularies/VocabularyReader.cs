using System.Collections.Frozen;
using System.Globalization;

namespace Comity.Protocols.Vocabularies;

/// <summary>Reads the texts of a vocabulary.</summary>
internal sealed class VocabularyReader
{
    /// <summary>The words with which the lines of each kind of block begin.</summary>
    internal static readonly FrozenDictionary<string, string[]> Lines = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["act"] = ["label", "says", "words", "kind", "by", "about"],
        ["role"] = ["label", "says", "is", "held by one", "above", "appointed", "relative", "never", "body", "outside", "councils"],
        ["fact"] = ["kind", "ask", "help", "value", "presume"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    internal static readonly string[] BlockKinds = ["act", "role", "fact"];

    // Words that would make a line ambiguous if they were the name of something.
    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            "actor",
            "recipient",
            "subject",
            "and",
            "or",
            "not",
            "is",
            "of",
            "by",
            "to",
            "about",
            "as",
            "after",
            "met",
            "else",
            "known",
            "one",
            Fact.UnresolvedAt,
        ]
    );

    private readonly DiagnosticBag bag = new();
    private readonly Dictionary<string, Act> acts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Role> roles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Fact> facts = new(StringComparer.Ordinal);
    private readonly List<Name> rolesOfActs = [];
    private readonly List<(Role Role, IReadOnlyList<Name> Named)> declaredRoles = [];

    public static Vocabulary Read(IReadOnlyList<SourceText> sources)
    {
        var reader = new VocabularyReader();
        foreach (var source in sources)
        {
            foreach (var block in MarkdownDocument.Read(source, reader.bag).Parts.OfType<Block>())
            {
                reader.ReadBlock(block);
            }
        }

        var builtIn = new Fact(
            Fact.UnresolvedAt,
            FactKind.Stage,
            [],
            "At which stage has it been tried without success?",
            "",
            null,
            default
        )
        {
            Index = reader.facts.Count,
        };
        reader.facts.Add(builtIn.Name, builtIn);
        reader.CheckRoles();
        var index = reader
            .roles.Keys.Select((name, i) => (name, i))
            .ToDictionary(pair => pair.name, pair => pair.i, StringComparer.Ordinal);
        var kinds = reader.roles.Keys.ToDictionary(
            name => name,
            name => reader.Closure(name).Select(kind => index[kind]).ToArray(),
            StringComparer.Ordinal
        );
        return new Vocabulary(reader.acts, reader.roles, reader.facts, index, kinds, ContentHash.Of(sources), reader.bag.InOrder());
    }

    private void ReadBlock(Block block)
    {
        if (block.Kind is "" or "text")
        {
            return;
        }

        if (!BlockKinds.Contains(block.Kind))
        {
            bag.Report(
                DiagnosticKinds.BlockKind,
                block.At,
                $"a vocabulary has no block of the kind `{block.Kind}`",
                Nearest.Suggest(block.Kind, BlockKinds)
            );
            return;
        }

        var name = block.Argument;
        if (!IsName(name.Text))
        {
            bag.Report(DiagnosticKinds.NameForm, name.At, $"`{name}` is no name", "write lower-case words joined by hyphens");
            return;
        }

        if (Reserved.Contains(name.Text))
        {
            bag.Report(DiagnosticKinds.NameReserved, name.At, $"`{name}` is a word of the language");
            return;
        }

        var entry = new VocabularyEntry(bag);
        foreach (var line in block.Groups().SelectMany(group => group))
        {
            entry.Read(new LineReader(line, bag), block.Kind);
        }

        if ((block.Kind == "fact" ? entry.Ask : entry.Label) is null)
        {
            var word = block.Kind == "fact" ? "ask" : "label";
            bag.Report(DiagnosticKinds.LabelMissing, name.At, $"the {block.Kind} `{name}` has no `{word}`", $"add `{word} \"…\"`");
        }

        var added = block.Kind switch
        {
            "act" => acts.TryAdd(
                name.Text,
                new Act(name.Text, entry.Label ?? name.Text, entry.Says, entry.Words, name.At)
                {
                    Kind = entry.ActKind,
                    By = [.. entry.By.Select(role => role.Text)],
                    About = [.. entry.About.Select(role => role.Text)],
                    Index = acts.Count,
                }
            ),
            "role" => AddRole(name, entry),
            _ => AddFact(name, entry),
        };
        rolesOfActs.AddRange(entry.By);
        rolesOfActs.AddRange(entry.About);
        if (!added)
        {
            bag.Report(DiagnosticKinds.NameTwice, name.At, $"the {block.Kind} `{name}` is declared twice");
        }
    }

    private bool AddRole(Name name, VocabularyEntry entry)
    {
        var role = new Role(name.Text, entry.Label ?? name.Text, entry.Says, [.. entry.Is.Select(other => other.Text)], name.At)
        {
            IsHeldByOne = entry.IsHeldByOne,
            IsAppointed = entry.IsAppointed,
            IsRelative = entry.IsRelative,
            IsBody = entry.IsBody,
            IsOutside = entry.IsOutside,
            Councils = entry.Councils,
            Never = [.. entry.Never.Select(other => other.Text)],
            Above = [.. entry.Above.Select(other => other.Text)],
        };
        declaredRoles.Add((role, [.. entry.Is, .. entry.Above, .. entry.Never]));
        return roles.TryAdd(name.Text, role);
    }

    private bool AddFact(Name name, VocabularyEntry entry)
    {
        if (entry.Kind is not { } kind)
        {
            if (!entry.KindWasGiven)
            {
                bag.Report(
                    DiagnosticKinds.FactKindMissing,
                    name.At,
                    $"the fact `{name}` has no `kind`",
                    "add `kind yes-no`, `kind one of`, `kind number` or `kind date`"
                );
            }

            kind = entry.Values.Count > 0 ? FactKind.OneOf : FactKind.YesNo;
        }

        if (kind == FactKind.OneOf ? entry.Values.Count < 2 : entry.Values.Count > 0)
        {
            bag.Report(
                DiagnosticKinds.FactValues,
                name.At,
                kind == FactKind.OneOf
                    ? $"the fact `{name}` has fewer than two values"
                    : $"the fact `{name}` has values and is not `one of`"
            );
        }

        foreach (var twice in entry.Values.GroupBy(value => value.Name).Where(group => group.Count() > 1))
        {
            bag.Report(DiagnosticKinds.NameTwice, name.At, $"the value `{twice.Key}` of the fact `{name}` is declared twice");
        }

        IReadOnlyList<FactChoice> choices = kind switch
        {
            FactKind.YesNo => [new("yes", "Yes"), new("no", "No")],
            FactKind.OneOf => entry.Values,
            _ => [],
        };
        var fact = new Fact(name.Text, kind, choices, entry.Ask ?? name.Text, entry.Help, entry.Presume?.Text, name.At)
        {
            Index = facts.Count,
        };
        if (entry.Presume is { } presumed && !CanBe(fact, presumed.Text))
        {
            bag.Report(
                DiagnosticKinds.PresumptionValue,
                presumed.At,
                $"the fact `{name}` cannot be `{presumed}`",
                Nearest.Suggest(presumed.Text, choices.Select(choice => choice.Name))
            );
            fact = fact with { Presumption = null };
        }

        return facts.TryAdd(name.Text, fact);
    }

    private static bool CanBe(Fact fact, string value) =>
        fact.Kind switch
        {
            FactKind.Number => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _),
            FactKind.Date => false,
            _ => fact.ChoiceIndex(value) >= 0,
        };

    private void CheckRoles()
    {
        foreach (var role in rolesOfActs.Where(role => !roles.ContainsKey(role.Text)))
        {
            bag.ReportUnknown(DiagnosticKinds.UnknownRole, role.At, "role", role.Text, roles.Keys);
        }

        foreach (var (role, named) in declaredRoles)
        {
            foreach (var other in named.Where(other => !roles.ContainsKey(other.Text)))
            {
                bag.ReportUnknown(DiagnosticKinds.UnknownRole, other.At, "role", other.Text, roles.Keys);
            }

            if (role.Is.Where(roles.ContainsKey).Any(parent => Closure(parent).Contains(role.Name)))
            {
                bag.Report(DiagnosticKinds.RoleCircle, role.At, $"the role `{role.Name}` is itself by way of others");
            }
        }
    }

    private List<string> Closure(string name)
    {
        var found = new List<string> { name };
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(roles[found[i]].Is.Where(other => roles.ContainsKey(other) && !found.Contains(other)));
        }

        return found;
    }

    private static bool IsName(string text) =>
        text.Length > 0
        && text[0] != '-'
        && text[^1] != '-'
        && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
