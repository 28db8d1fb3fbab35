using System.Text;

namespace Comity.Protocols.Editing;

/// <summary>What a reader is told about a name: its words for people, what it is, how it is answered.</summary>
internal static class WordDescription
{
    public static string? Of(Suggestion item, ProtocolLibrary library) =>
        item.Kind switch
        {
            SuggestionKind.Act => Of(library.Vocabulary.Acts[item.Text]),
            SuggestionKind.Role => Of(library.Vocabulary.Roles[item.Text]),
            SuggestionKind.Fact => Of(library.Vocabulary.Facts[item.Text]),
            SuggestionKind.Value or SuggestionKind.Party => $"`{item.Text}`: {item.Detail}",
            SuggestionKind.Norm => library.Files.SelectMany(file => file.Norms).FirstOrDefault(norm => norm.Id == item.Text) is { } norm
                ? Of(norm.Clause, item.Text)
                : null,
            SuggestionKind.Clause => library
                .Files.SelectMany(file => file.Clauses)
                .FirstOrDefault(clause => clause.Number == item.Text && clause.Heading == item.Detail)
                is { } clause
                ? Of(clause, null)
                : null,
            SuggestionKind.File => $"**{item.Detail}**",
            _ => null,
        };

    private static string Of(Act act) =>
        Titled(act.Label, act.Says) + (act.Words.Count == 0 ? "" : $"\n\nAlso: {string.Join(", ", act.Words)}");

    private static string Of(Role role) => Titled(role.Label, role.Says) + (role.Is.Count == 0 ? "" : $"\n\nIs also: {Quoted(role.Is)}");

    private static string Of(Fact fact)
    {
        var text = new StringBuilder(Titled(fact.Question, fact.Help));
        foreach (var choice in fact.Choices)
        {
            text.Append(choice == fact.Choices[0] ? "\n\n" : "\n").Append("- `").Append(choice.Name).Append("` ").Append(choice.Label);
        }

        return fact.Presumption is { } presumed
            ? text.Append("\n\n`").Append(presumed).Append("` until somebody says otherwise").ToString()
            : text.ToString();
    }

    private static string Of(Clause clause, string? norm) =>
        Titled($"{(norm is null ? "" : $"{norm}: ")}{clause.Number} {clause.Heading}".Trim(), clause.Prose);

    private static string Titled(string title, string words) => words.Length == 0 ? $"**{title}**" : $"**{title}**\n\n{words}";

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));
}
