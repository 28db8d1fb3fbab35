using System.Text;
using System.Text.Json;
using Comity.Protocols;
using Comity.Protocols.Analysis;

namespace Comity.Cli.Output;

/// <summary>Writes a situation as the file that <c>comity decide</c> reads.</summary>
public static class SituationYaml
{
    /// <param name="situation">The situation.</param>
    /// <param name="people">Who holds which place; empty when it does not depend on people.</param>
    /// <param name="why">What the file shows, for the comment at its head; may take several lines.</param>
    public static string Write(Situation situation, IReadOnlyList<KeyValuePair<string, string>> people, string why)
    {
        var text = new StringBuilder();
        foreach (var line in $"{SituationWords.Of(situation)}.\n{why}.".Split('\n'))
        {
            text.Append("# ").Append(line).Append('\n');
        }

        text.Append("act: ").Append(situation.Act).Append('\n');
        Place("by", situation.By);
        Place("to", situation.To);
        Place("about", situation.About);
        Section("facts", situation.Facts.OrderBy(fact => fact.Key, StringComparer.Ordinal));
        Section("people", people);
        return text.ToString();

        void Place(string word, IReadOnlyList<string> roles)
        {
            if (roles.Count > 0)
            {
                text.Append(word).Append(": ").AppendJoin(", ", roles).Append('\n');
            }
        }

        void Section(string word, IEnumerable<KeyValuePair<string, string>> lines)
        {
            foreach (var (line, i) in lines.Select((line, i) => (line, i)))
            {
                text.Append(i == 0 ? $"{word}:\n" : "").Append("  ").Append(line.Key).Append(": ").Append(Quoted(line.Value)).Append('\n');
            }
        }
    }

    // A number or a word may stand bare; a name with an apostrophe or a colon may not.
    private static string Quoted(string value) =>
        value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or ' ' or ',')
            ? value
            : JsonSerializer.Serialize(value);
}
