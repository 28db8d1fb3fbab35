namespace Comity.Protocols;

/// <summary>The acts, roles and facts that protocols speak of, with one meaning for all of them. Immutable and thread-safe.</summary>
public sealed class Vocabulary
{
    private readonly Dictionary<string, int[]> kinds;

    // The same by the index of the role.
    private readonly int[][] kindsByIndex;
    private readonly string[] namesByIndex;

    // Worked out when an analysis first asks; two threads that do so at once work out the same.
    private RoleRelations? relations;

    internal Vocabulary(
        IReadOnlyDictionary<string, Act> acts,
        IReadOnlyDictionary<string, Role> roles,
        IReadOnlyDictionary<string, Fact> facts,
        Dictionary<string, int> roleIndex,
        Dictionary<string, int[]> kinds,
        string hash,
        IReadOnlyList<Diagnostic> diagnostics
    )
    {
        Acts = acts;
        Roles = roles;
        Facts = facts;
        RoleIndex = roleIndex;
        this.kinds = kinds;
        namesByIndex = [.. roleIndex.OrderBy(role => role.Value).Select(role => role.Key)];
        kindsByIndex = Array.ConvertAll(namesByIndex, role => kinds[role]);
        Hash = hash;
        Diagnostics = diagnostics;
    }

    /// <summary>The acts by name.</summary>
    public IReadOnlyDictionary<string, Act> Acts { get; }

    /// <summary>The roles by name.</summary>
    public IReadOnlyDictionary<string, Role> Roles { get; }

    /// <summary>The facts by name, with the built-in ones.</summary>
    public IReadOnlyDictionary<string, Fact> Facts { get; }

    /// <summary>The SHA-256 of the texts, in hexadecimal; the same for the same texts in any order.</summary>
    public string Hash { get; }

    /// <summary>What was found wrong.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    internal IReadOnlyDictionary<string, int> RoleIndex { get; }

    internal RoleRelations Relations => relations ??= new RoleRelations(this);

    /// <summary>Reads the vocabulary from its texts. Their order does not matter.</summary>
    /// <param name="sources">The texts.</param>
    /// <returns>What could be read, with its diagnostics; never null.</returns>
    public static Vocabulary Read(IEnumerable<SourceText> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return VocabularyReader.Read([.. sources.OrderBy(source => source.Path, StringComparer.Ordinal)]);
    }

    /// <summary>True when everybody in <paramref name="role"/> is also in <paramref name="other"/>; every role is itself.</summary>
    public bool RoleIs(string role, string other) =>
        RoleIndex.TryGetValue(other, out var index) && kinds.TryGetValue(role, out var all) && Array.IndexOf(all, index) >= 0;

    /// <summary>True when one person may hold both roles at once.</summary>
    public bool CanCoincide(string role, string other) => !Relations.Clash(RoleIndex[role], RoleIndex[other]);

    /// <summary>True when the role is, or is a kind of, several people who act together.</summary>
    public bool IsBody(string role) => RoleIndex.TryGetValue(role, out var index) && Relations.IsBody(index);

    /// <summary>True when whoever has the role is outside the council.</summary>
    public bool IsOutside(string role) => Roles.Values.Any(kind => kind.IsOutside && RoleIs(role, kind.Name));

    internal bool RoleIs(int role, int other) => Array.IndexOf(kindsByIndex[role], other) >= 0;

    // The indexes of the role itself and of all that it is.
    internal int[] KindsOf(string role) => kinds[role];

    internal int[] KindsOf(int role) => kindsByIndex[role];

    internal string NameOf(int role) => namesByIndex[role];
}
