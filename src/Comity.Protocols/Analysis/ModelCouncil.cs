namespace Comity.Protocols.Analysis;

/// <summary>
/// A council with as few people in doubt as can be: every office is held by somebody else, except those that the two parties hold. What it is asked it
/// writes down, so that the same council can be stated in a situation file.
/// </summary>
internal sealed class ModelCouncil(
    Vocabulary vocabulary,
    IReadOnlyList<string> actorRoles,
    IReadOnlyList<string> subjectRoles,
    IReadOnlyDictionary<string, string> substitutes
) : IOfficeHolders
{
    public const string Actor = "the person who acts";
    public const string Subject = "the person it is about";

    private readonly Dictionary<(string Role, string? Of, bool IsSubstitute), IReadOnlyList<string>> asked = [];

    /// <summary>An office that nobody holds, or null.</summary>
    public string? Vacant { get; init; }

    /// <summary>The office of one party that the other party holds, or null.</summary>
    public (string Role, string Of)? HeldByOtherParty { get; init; }

    public Parties Parties { get; } = new([Actor], [], subjectRoles.Count == 0 ? [] : [Subject]);

    /// <summary>The people of the council as a situation file states them.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> People =>
        [
            new("actor", Actor),
            .. subjectRoles.Count == 0 ? Array.Empty<KeyValuePair<string, string>>() : [new("subject", Subject)],
            .. asked
                .Where(place => place.Value.Count > 0)
                .Select(place => new KeyValuePair<string, string>(
                    $"{(place.Key.IsSubstitute ? "substitute for " : "")}{Place(place.Key.Role, place.Key.Of)}",
                    string.Join(", ", place.Value)
                ))
                .OrderBy(place => place.Key, StringComparer.Ordinal),
        ];

    public IReadOnlyList<string> HoldersOf(string role, string? of, DateOnly? on) => asked[(role, of, false)] = Holders(role, of);

    public IReadOnlyList<string> SubstitutesFor(string role, string? of, DateOnly? on) =>
        asked[(role, of, true)] =
            !substitutes.TryGetValue(role, out var substitute) ? []
            : vocabulary.Roles.ContainsKey(substitute) ? Holders(substitute, null)
            : [substitute];

    public bool HaveDeclaredRelationship(string person, string other, DateOnly? on) => false;

    private IReadOnlyList<string> Holders(string role, string? of)
    {
        if (role == Vacant)
        {
            return [];
        }

        // Whoever sits on a body steps aside; the body remains.
        if (vocabulary.IsBody(role))
        {
            return [Somebody(role, of)];
        }

        if (of is not null)
        {
            return OverOne(role, of);
        }

        List<string> holders = [];
        if (Holds(actorRoles, role))
        {
            holders.Add(Actor);
        }

        if (Holds(subjectRoles, role))
        {
            holders.Add(Subject);
        }

        if (holders.Count == 0 || !vocabulary.Roles[role].IsHeldByOne)
        {
            holders.Add(Somebody(role, null));
        }

        return holders;
    }

    // The director over somebody who is a director is that director; nobody is over whoever stands above the office.
    private IReadOnlyList<string> OverOne(string role, string of)
    {
        var own = of == Actor ? actorRoles : subjectRoles;
        if (Holds(own, role) && !vocabulary.Roles[role].IsRelative)
        {
            return [of];
        }

        if (own.Any(held => vocabulary.Relations.StandsAbove(vocabulary.RoleIndex[held], vocabulary.RoleIndex[role])))
        {
            return [];
        }

        return HeldByOtherParty == (role, of) ? [of == Actor ? Subject : Actor] : [Somebody(role, of)];
    }

    private bool Holds(IReadOnlyList<string> roles, string role) => roles.Any(held => vocabulary.RoleIs(held, role));

    private static string Place(string role, string? of) =>
        of switch
        {
            null => role,
            Actor => $"{role} of actor",
            _ => $"{role} of subject",
        };

    private static string Somebody(string role, string? of) => of is null ? $"some {role}" : $"some {Place(role, of)}";
}
