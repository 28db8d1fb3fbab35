namespace Comity.Protocols.Analysis;

/// <summary>
/// Everybody who may raise a concern or be the person it is about, as far as a protocol can tell them apart: by the rules that speak of them, by the
/// offices in its routes that they hold, and by those that they stand above.
/// </summary>
internal sealed class ConcernCast
{
    // Every council answers to the law by this officer, whether or not the text gives it a step.
    private const string MonitoringOfficer = "monitoring-officer";

    private readonly Vocabulary vocabulary;
    private readonly HashSet<string> offices;
    private readonly Dictionary<string, IReadOnlyList<string>> alike = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<Slice> slices;

    public ConcernCast(Protocol protocol, IReadOnlyList<Slice> concerns)
    {
        vocabulary = protocol.Vocabulary;
        slices = concerns;
        var rules = concerns.SelectMany(slice => slice.Rules).ToList();
        offices =
        [
            .. rules
                .SelectMany(rule => rule.Effects)
                .OfType<RouteEffect>()
                .SelectMany(step => TermsOf(step.Who))
                .Select(term => term.Role?.Text)
                .OfType<string>(),
        ];
        var named = rules
            .SelectMany(rule => rule.Scope.By.Concat(rule.Scope.About))
            .Select(role => role.Text)
            .Append(MonitoringOfficer)
            .Where(vocabulary.Roles.ContainsKey)
            .ToHashSet(StringComparer.Ordinal);
        var spokenOf = SpokenOf(protocol.File);
        Singles =
        [
            .. vocabulary
                .Roles.Values.Where(role =>
                    !vocabulary.IsBody(role.Name) && !vocabulary.IsOutside(role.Name) && IsIn(role, protocol.File.Control.CouncilKinds)
                )
                .Where(role => named.Any(name => vocabulary.RoleIs(role.Name, name)))
                .Select(role => role.Name)
                .OrderBy(role => vocabulary.KindsOf(role).Length)
                // Of those alike, the one that the protocol itself speaks of stands for the others.
                .GroupBy(Signature, StringComparer.Ordinal)
                .Select(group => Keep(group.OrderByDescending(spokenOf.Contains).ToList())),
        ];
        string Keep(List<string> likes)
        {
            alike[likes[0]] =
            [
                .. likes
                    .Skip(1)
                    .Where(role => spokenOf.Contains(role) && (vocabulary.Roles[role].IsHeldByOne || !vocabulary.RoleIs(role, likes[0]))),
            ];
            return likes[0];
        }

        Pairs =
        [
            .. Singles.SelectMany(
                (one, i) =>
                    Singles
                        .Skip(i + 1)
                        .Where(other =>
                            vocabulary.CanCoincide(one, other) && !vocabulary.RoleIs(one, other) && !vocabulary.RoleIs(other, one)
                        )
                        .Select(other => new[] { one, other })
            ),
        ];
    }

    /// <summary>One role for each kind of person.</summary>
    public IReadOnlyList<string> Singles { get; }

    /// <summary>The other roles of which the protocol speaks, and of whom all is true that is true of this one.</summary>
    public IReadOnlyList<string> Alike(string role) => alike.GetValueOrDefault(role) ?? [];

    /// <summary>Two of them that one person may hold at once.</summary>
    public IReadOnlyList<string[]> Pairs { get; }

    /// <summary>The offices in the routes.</summary>
    public IReadOnlyCollection<string> Offices => offices;

    public static IEnumerable<WhoTerm> TermsOf(Who? who) => who is null ? [] : who.Terms.Concat(TermsOf(who.OrElse));

    private static bool IsIn(Role role, IReadOnlyList<string> kinds) =>
        role.Councils.Count == 0 || kinds.Count == 0 || role.Councils.Intersect(kinds, StringComparer.Ordinal).Any();

    private static HashSet<string> SpokenOf(ProtocolFile file) =>
        [
            .. file
                .Rules.SelectMany(rule => rule.Scope.By.Concat(rule.Scope.To).Concat(rule.Scope.About))
                .Concat(file.Gaps.SelectMany(gap => gap.Scopes).SelectMany(scope => scope.By.Concat(scope.To).Concat(scope.About)))
                .Concat(file.Gaps.SelectMany(gap => TermsOf(gap.Ask)).Select(term => term.Role).OfType<Name>())
                .Select(role => role.Text),
        ];

    private string Signature(string role)
    {
        var index = vocabulary.RoleIndex[role];
        var spoken = slices.Select(slice => $"{slice.ByRole[index] | slice.ByAnyone}-{slice.AboutRole[index] | slice.AboutAnyone}");
        var held = offices.Where(office => vocabulary.RoleIs(role, office)).Order(StringComparer.Ordinal);
        var above = vocabulary
            .Roles.Values.Where(kind => kind.Above.Count > 0 && vocabulary.RoleIs(role, kind.Name))
            .SelectMany(kind => offices.Where(office => kind.Above.Any(below => vocabulary.RoleIs(office, below))))
            .Distinct()
            .Order(StringComparer.Ordinal);
        return $"{string.Join(' ', spoken)}|{string.Join(' ', held)}|{string.Join(' ', above)}|{vocabulary.Roles[role].IsHeldByOne && offices.Contains(role)}";
    }
}
