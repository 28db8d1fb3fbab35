using System.Numerics;

namespace Comity.Protocols.Vocabularies;

/// <summary>
/// How the roles of a vocabulary stand to each other, worked out once: which nobody has at the same time, and over whom nobody in another can be. Roles that
/// clash with the same others are of one class, so that what a person may yet be follows from the classes of what they are.
/// </summary>
internal sealed class RoleRelations
{
    private readonly bool[][] clashes;
    private readonly bool[][] above;
    private readonly bool[] isBody;

    public RoleRelations(Vocabulary vocabulary)
    {
        var roles = vocabulary.RoleIndex.OrderBy(role => role.Value).Select(role => vocabulary.Roles[role.Key]).ToArray();
        var kinds = Array.ConvertAll(roles, role => vocabulary.KindsOf(role.Name));
        isBody = Array.ConvertAll(kinds, all => Array.Exists(all, kind => roles[kind].IsBody));
        var excluded = Array.ConvertAll(kinds, all => Named(all, role => role.Never));
        var below = Array.ConvertAll(kinds, all => Named(all, role => role.Above));
        above = Array.ConvertAll(below, named => Array.ConvertAll(kinds, all => Array.Exists(all, named.Contains)));
        clashes = new bool[roles.Length][];
        for (var one = 0; one < roles.Length; one++)
        {
            clashes[one] = new bool[roles.Length];
            for (var other = 0; other < roles.Length; other++)
            {
                clashes[one][other] =
                    isBody[one]
                    || isBody[other]
                    || Array.Exists(kinds[other], excluded[one].Contains)
                    || Array.Exists(kinds[one], excluded[other].Contains);
            }
        }

        var classes = new Dictionary<string, int>(StringComparer.Ordinal);
        var ofRole = new int[roles.Length];
        var examples = new List<int>();
        for (var role = 0; role < roles.Length; role++)
        {
            var row = string.Concat(clashes[role].Select(clash => clash ? '1' : '0'));
            if (classes.TryAdd(row, examples.Count))
            {
                examples.Add(role);
            }

            ofRole[role] = classes[row];
        }

        HashSet<int> Named(int[] all, Func<Role, IReadOnlyList<string>> names) =>
            [
                .. all.SelectMany(kind => names(roles[kind]))
                    .Select(name => vocabulary.RoleIndex.GetValueOrDefault(name, -1))
                    .Where(index => index >= 0),
            ];

        ClassOf = ofRole;
        Against =
        [
            .. examples.Select(one =>
                examples
                    .Select((other, i) => clashes[one][other] ? BigInteger.One << i : BigInteger.Zero)
                    .Aggregate(BigInteger.Zero, (all, bit) => all | bit)
            ),
        ];
    }

    /// <summary>The class of each role.</summary>
    public IReadOnlyList<int> ClassOf { get; }

    /// <summary>For each class the classes with which it clashes, as bits.</summary>
    public IReadOnlyList<BigInteger> Against { get; }

    /// <summary>True when nobody has both roles at once.</summary>
    public bool Clash(int one, int other) => clashes[one][other];

    /// <summary>True when nobody in the other role is over whoever has the one.</summary>
    public bool StandsAbove(int one, int other) => above[one][other];

    /// <summary>True when the role is several people who act together.</summary>
    public bool IsBody(int role) => isBody[role];
}
