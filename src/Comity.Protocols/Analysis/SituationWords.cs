using System.Globalization;
using System.Text;

namespace Comity.Protocols.Analysis;

/// <summary>Says a situation in the words that people see.</summary>
public static class SituationWords
{
    /// <summary>The situation on one line, without a full stop: <c>Raise a concern, by member, about officer; Was it about breaking the protocol? Yes</c>.</summary>
    public static string Of(Situation situation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        var vocabulary = situation.Vocabulary;
        var text = new StringBuilder(vocabulary.Acts[situation.Act].Label);
        AppendPlace("by", situation.By);
        AppendPlace("to", situation.To);
        AppendPlace("about", situation.About);
        foreach (var (name, value) in situation.Facts.OrderBy(fact => vocabulary.Facts[fact.Key].Index))
        {
            var fact = vocabulary.Facts[name];
            var choice = fact.Choices.FirstOrDefault(choice => choice.Name == value);
            text.Append("; ").Append(fact.Question).Append(' ').Append(choice?.Label ?? Written(fact, value));
        }

        if (situation.On is { } day)
        {
            text.Append("; on ").Append(DayStretch.Written(day));
        }

        return text.ToString();

        void AppendPlace(string word, IReadOnlyList<string> roles)
        {
            if (roles.Count > 0)
            {
                text.Append(", ").Append(word).Append(' ').AppendJoin(" and ", roles.Select(role => Lower(vocabulary.Roles[role].Label)));
            }
        }
    }

    // "Member" in the middle of a sentence is "member"; the name of an office keeps its capitals.
    internal static string Lower(string label) =>
        label.Length > 1 && label.Skip(1).Any(char.IsLower) && !label.Skip(1).Any(char.IsUpper)
            ? char.ToLowerInvariant(label[0]) + label[1..]
            : label;

    private static string Written(Fact fact, string value) =>
        fact.Kind switch
        {
            FactKind.Date => DateOnly
                .ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                .ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")),
            FactKind.Stage => value.Replace('-', ' '),
            _ => value,
        };
}
