using Comity.Protocols.Explanations;

namespace Comity.Protocols.Analysis;

/// <summary>Finds required approvals, consents and signatures that nobody but the person who needs them could give.</summary>
internal sealed class ApprovalProof(Protocol protocol, IReadOnlyDictionary<string, string> substitutes)
{
    private readonly Vocabulary vocabulary = protocol.Vocabulary;
    private readonly Dictionary<(string Who, (string By, string About)), bool> gaps = [];

    public IReadOnlyList<CounterExample> Run() =>
        [
            .. protocol
                .Acts.Select(protocol.SliceOf)
                .OfType<Slice>()
                .Where(slice => slice.Fault is null && Array.Exists(slice.Conditions, IsAnswered))
                .SelectMany(Of)
                .DistinctBy(example => (example.Act, example.Words)),
        ];

    private static bool IsAnswered(SliceCondition condition) =>
        condition is { Kind: RequirementKind.Approval or RequirementKind.Consent or RequirementKind.Signature, Who: not null };

    private IEnumerable<CounterExample> Of(Slice slice)
    {
        var castings = Castings.Of(vocabulary, slice, null);
        return slice.Conditions.Where(IsAnswered).Select(condition => Of(slice, condition, castings)).OfType<CounterExample>();
    }

    private CounterExample? Of(Slice slice, SliceCondition condition, IReadOnlyList<Casting> castings)
    {
        var offices = ConcernCast.TermsOf(condition.Who).Select(term => term.Role?.Text).OfType<string>().Distinct().ToList();
        var step = new RouteStep(condition.Who!, "approval", null, 0, [.. Norms(slice, condition.Rules).Select(protocol.Cite)]);
        foreach (var casting in castings.Where(casting => (casting.One & condition.Rules) != 0 && casting.By.Count > 0))
        {
            if (NamesMissingParty(condition.Who!, casting))
            {
                continue;
            }

            // The person who acts holds the office that approves, alone or beside the roles that the rule speaks of.
            foreach (var roles in offices.Select(office => Joined(casting.By, office)).OfType<IReadOnlyList<string>>().Append(casting.By))
            {
                // Whether there is somebody to ask depends on these two alone.
                var council = new ModelCouncil(vocabulary, roles, casting.About, substitutes);
                var people = (string.Join(' ', roles), string.Join(' ', casting.About));
                if (!gaps.TryGetValue((condition.Who!.ToString(), people), out var isGap))
                {
                    gaps[(condition.Who.ToString(), people)] = isGap =
                        RouteResolver.Resolve([step], council.Parties, council)[0].GapIn is not null;
                }

                if (!isGap)
                {
                    continue;
                }

                RouteResolver.Resolve([step], council.Parties, council);
                var cast = new Casting(roles, casting.To, casting.About, Candidates(slice, roles, casting), 0, casting.On, casting.Cost);
                var search = new SituationSearch(vocabulary, slice);
                var situation = DecisionBuilder
                    .Bits(condition.Rules & cast.One)
                    .Select(rule => search.FindFor(cast, (in View view) => search.Allows(in view, 1UL << rule)))
                    .FirstOrDefault(made => made is not null);
                if (situation is not null)
                {
                    return new CounterExample(
                        CounterKind.ApprovalByNobody,
                        slice.Act,
                        roles,
                        casting.About,
                        [.. Norms(slice, condition.Rules)],
                        $"the {condition.Text} is needed, and there is nobody to give it but the person who asks",
                        situation,
                        council.People
                    );
                }
            }
        }

        return null;
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
