using Comity.Protocols;
using Comity.Protocols.Vocabularies;

namespace Comity.Cli.Situations;

/// <summary>Looks the words of a situation up, so that a word that is not known is reported where it stands.</summary>
public static class SituationBinding
{
    public static Situation? Bind(SituationFile file, Vocabulary vocabulary, ICollection<SituationFault> faults)
    {
        var builder = Situation.In(vocabulary);
        if (file.Act is { } act)
        {
            builder = Take(builder, builder.Act(act.Text), act, faults);
        }

        builder = file.By.Aggregate(builder, (so, role) => Take(so, so.By(role.Text), role, faults));
        builder = file.To.Aggregate(builder, (so, role) => Take(so, so.To(role.Text), role, faults));
        builder = file.About.Aggregate(builder, (so, role) => Take(so, so.About(role.Text), role, faults));
        foreach (var (name, value) in file.Facts)
        {
            var isKnown = vocabulary.Facts.TryGetValue(name.Text, out var fact);
            builder = Take(builder, builder.With(name.Text, Plain(value.Text, fact)), isKnown ? value : name, faults);
        }

        if (file.On is { } day)
        {
            builder = builder.On(day);
        }

        return faults.Count == 0 ? builder.Build() : null;
    }

    /// <summary>JSON has words of its own for yes and no.</summary>
    private static string Plain(string value, Fact? fact) =>
        fact?.Kind != FactKind.YesNo ? value
        : value.Equals("true", StringComparison.OrdinalIgnoreCase) ? "yes"
        : value.Equals("false", StringComparison.OrdinalIgnoreCase) ? "no"
        : value;

    /// <summary>The new builder if it found nothing new; otherwise the old one, and what was found, at the word.</summary>
    private static SituationBuilder Take(SituationBuilder before, SituationBuilder after, Word at, ICollection<SituationFault> faults)
    {
        var known = before.Diagnostics.ToHashSet();
        var found = after.Diagnostics.Where(diagnostic => !known.Contains(diagnostic)).ToList();
        foreach (var diagnostic in found)
        {
            faults.Add(new SituationFault(at, diagnostic.Message, diagnostic.Suggestion));
        }

        return found.Count == 0 ? after : before;
    }
}
