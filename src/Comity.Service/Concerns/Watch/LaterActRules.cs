using Comity.Protocols;
using Comity.Protocols.Explanations;
using Comity.Protocols.Language;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;

namespace Comity.Service.Concerns.Watch;

/// <summary>What the protocol that was in force on the day says of making somebody suffer for what they did.</summary>
public sealed class LaterActRules(Library library, CouncilOnDate council)
{
    private const string Act = "victimise-officer";

    /// <summary>A protocol may say more where it is about work that the law lays upon a post, now or in the past (town 5).</summary>
    private const string ForTheLaw = "officer-exercised-statutory-role";

    public async Task<LaterActSays> SaysAsync(Guid? by, Guid to, DateOnly on, CancellationToken cancellationToken)
    {
        var read = await library.OnAsync(on, cancellationToken);
        var register = await council.RegisterAsync(on, cancellationToken);
        var says = Decide([]);
        var clauses = Clauses(says);
        IReadOnlyList<Guidance> more = [.. Clauses(Decide([(ForTheLaw, "yes")])).Where(clause => !clauses.Contains(clause))];
        return new LaterActSays(clauses, more, clauses.Count == 0 ? says.Gap?.Says : null);

        Decision Decide((string Fact, string Value)[] facts)
        {
            var so = Situation.In(read.Vocabulary).Act(Act).On(on);
            so = by is { } person ? Roles(person).Aggregate(so, (built, role) => built.By(role)) : so;
            so = Roles(to).Aggregate(so, (built, role) => built.About(role));
            so = facts.Aggregate(so, (built, fact) => built.With(fact.Fact, fact.Value));
            return read.Protocol.Decide(so.Build());
        }

        IReadOnlyList<string> Roles(Guid person) => RolesOnDay.Of(register, read.Vocabulary, person, on);
    }

    private static List<Guidance> Clauses(Decision says) =>
        [.. says.Shows.Where(show => show.Citation.Layer == Layer.Protocol && says.DecidedBy.Contains(show.Citation)).Distinct()];
}
