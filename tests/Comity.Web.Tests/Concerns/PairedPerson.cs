namespace Comity.Web.Tests.Concerns;

/// <summary>Somebody who stands for a role in the pairings, with all that they are.</summary>
/// <param name="Role">The role for which they stand.</param>
/// <param name="Roles">All roles of their offices and places.</param>
internal sealed record PairedPerson(string Role, Guid Id, string Name, IReadOnlyList<string> Roles)
{
    private static readonly string[] Members =
    [
        "member",
        "chairman-of-council",
        "mayor",
        "leader-of-council",
        "cabinet-member",
        "senior-member",
        "committee-chairman",
        "committee-vice-chairman",
        "scrutiny-member",
        "group-leader",
        "group-contact",
        "party-spokesperson",
        "personnel-committee-chairman",
        "personnel-committee-member",
        "personnel-group",
    ];

    // Whoever is of another body, and teams that stand for no one person, are neither.
    private static readonly string[] Staff =
    [
        "clerk",
        "officer",
        "junior-officer",
        "senior-officer",
        "head-of-service",
        "assistant-director",
        "director",
        "executive-director",
        "chief-executive",
        "chief-finance-officer",
        "foi-officer",
        "handbook-contact",
        "nominated-deputy",
    ];

    public bool IsMember => Roles.Any(Members.Contains);

    public bool IsStaff => Roles.Any(Staff.Contains);

    public bool Is(string word) =>
        word switch
        {
            "anyone" => true,
            "member" => IsMember,
            "staff" => IsStaff,
            _ => Roles.Contains(word),
        };
}
