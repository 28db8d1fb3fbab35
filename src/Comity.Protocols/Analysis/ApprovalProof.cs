using Comity.Protocols.Explanations;

namespace Comity.Protocols.Analysis;

/// <summary>Finds required approvals, consents and signatures that nobody but the person who needs them could give.</summary>
internal sealed class ApprovalProof(Protocol protocol, IReadOnlyDictionary<string, string> substitutes)
{
    private readonly Vocabulary vocabulary = protocol.Vocabulary;

    public IReadOnlyList<CounterExample> Run() =>
        [
            .. protocol
                .Acts.Select(protocol.SliceOf)
                .OfType<Slice>()
                .Where(slice => slice.Fault is null)
                .SelectMany(slice => slice.Conditions.Where(IsAnswered).SelectMany(condition => Of(slice, condition)))
                .DistinctBy(example => (example.Act, example.Words)),
        ];

    private static bool IsAnswered(SliceCondition condition) =>
        condition is { Kind: RequirementKind.Approval or RequirementKind.Consent or RequirementKind.Signature, Who: not null };

    private IEnumerable<CounterExample> Of(Slice slice, SliceCondition condition)
    {
        var search = new SituationSearch(vocabulary, slice);
        var offices = ConcernCast.TermsOf(condition.Who).Select(term => term.Role?.Text).OfType<string>().Distinct().ToList();
        foreach (var casting in Castings.Of(vocabulary, slice, null).Where(casting => (casting.One & condition.Rules) != 0))
        {
            // The person who acts holds the office that approves, alone or beside the roles that the rule speaks of.
            foreach (var roles in offices.Select(office => Joined(casting.By, office)).OfType<IReadOnlyList<string>>().Append(casting.By))
            {
                var council = new ModelCouncil(vocabulary, roles, casting.About, substitutes);
                var step = new RouteStep(condition.Who!, "approval", null, 0, [.. Norms(slice, condition.Rules).Select(protocol.Cite)]);
                if (
                    casting.By.Count == 0
                    || NamesMissingParty(condition.Who!, casting)
                    || RouteResolver.Resolve([step], council.Parties, council)[0].GapIn is null
                )
                {
                    continue;
                }

                var cast = new Casting(roles, casting.To, casting.About, Candidates(slice, roles, casting), 0, casting.On, casting.Cost);
                var situation = DecisionBuilder
                    .Bits(condition.Rules & cast.One)
                    .Select(rule => search.FindFor(cast, (in View view) => search.Allows(in view, 1UL << rule)))
                    .FirstOrDefault(made => made is not null);
                if (situation is not null)
                {
                    yield return new CounterExample(
                        CounterKind.ApprovalByNobody,
                        slice.Act,
                        roles,
                        casting.About,
                        [.. Norms(slice, condition.Rules)],
                        $"the {condition.Text} is needed, and there is nobody to give it but the person who asks",
                        situation,
                        council.People
                    );
                    yield break;
                }
            }
        }
    }

    private IReadOnlyList<string>? Joined(IReadOnlyList<string> roles, string office) =>
        roles.Count == 0 || roles.All(role => vocabulary.RoleIs(office, role)) ? [office]
        : roles.All(role => vocabulary.CanCoincide(role, office)) ? [.. roles, office]
        : null;

    private ulong Candidates(Slice slice, IReadOnlyList<string> roles, Casting casting) =>
        roles.Aggregate(slice.ByAnyone, (mask, role) => mask | slice.ByRole[vocabulary.RoleIndex[role]])
        & Castings.Holding(slice, casting.On)
        & casting.To.Aggregate(slice.ToAnyone, (mask, role) => mask | slice.ToRole[vocabulary.RoleIndex[role]])
        & casting.About.Aggregate(slice.AboutAnyone, (mask, role) => mask | slice.AboutRole[vocabulary.RoleIndex[role]]);

    // The consent of a person whom the situation does not name is not a question of offices.
    private static bool NamesMissingParty(Who who, Casting casting) =>
        ConcernCast.TermsOf(who).Any(term => term.Party == Party.Recipient || (term.Party == Party.Subject && casting.About.Count == 0));

    private static IEnumerable<string> Norms(Slice slice, ulong rules) =>
        DecisionBuilder.Bits(rules).Select(rule => slice.Rules[rule].Norm).Distinct(StringComparer.Ordinal);
}
