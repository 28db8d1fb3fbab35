using Comity.Protocols;
using Comity.Protocols.Language;
using Comity.Service.ProtocolLibrary;

namespace Comity.Service.Concerns;

/// <summary>The clauses of the council's own protocol that can be the ground of a concern about somebody with these roles.</summary>
public static class ConcernGrounds
{
    public static IReadOnlyList<ConcernGround> Under(ReadTogether read, IReadOnlyCollection<string> about)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(about);
        return
        [
            .. read
                .Protocol.Norms.Where(norm => norm.Layer == Layer.Protocol)
                .Where(norm => norm.Rules.Any(rule => rule.Effects.OfType<GroundEffect>().Any() && Binds(rule, about, read.Vocabulary)))
                .Select(norm => new ConcernGround(norm.Id, norm.Clause.Number, WordsOf(norm))),
        ];
    }

    // Whoever acts is whom the norm binds; where it names nobody it binds everybody.
    private static bool Binds(Rule rule, IReadOnlyCollection<string> about, Vocabulary vocabulary) =>
        rule.Scope.By.Count == 0
        || rule.Scope.By.Any(role => about.Any(own => vocabulary.RoleIs(own, role.Text) || vocabulary.RoleIs(role.Text, own)));

    private static string WordsOf(Norm norm) =>
        norm.Rules.OrderByDescending(rule => rule.Effects.OfType<GroundEffect>().Any())
            .SelectMany(rule => rule.Effects.OfType<ShowEffect>())
            .Select(show => show.Text)
            .FirstOrDefault()
        ?? norm.Clause.Prose;
}
