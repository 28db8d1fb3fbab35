using Comity.Protocols;
using Comity.Service.Kept;

namespace Comity.Service.People;

/// <summary>Who somebody is to the council on a day, in the words of the protocols.</summary>
public static class RolesOnDay
{
    public const string Member = "member";
    public const string FormerMember = "former-member";
    public const string Officer = "officer";
    public const string Public = "public";

    /// <summary>
    /// Every role of the person's own offices and places, and those that the council says are the same here. Deputising gives none: whoever acts for an absent
    /// holder is not who the holder is. Of two roles that nobody has at once, the one held longer counts.
    /// </summary>
    /// <returns>At least one: whoever holds nothing today is a former member, or else one of the public.</returns>
    public static IReadOnlyList<string> Of(CouncilRegister register, Vocabulary vocabulary, Guid personId, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var offices = register.OfficesOf(personId, on).Where(held => !held.AsDeputy).ToList();
        var held = offices
            .Select(office =>
                vocabulary.Roles.ContainsKey(office.Role) ? office.Role
                : office.WardId is null ? Officer
                : Member
            )
            .Concat(offices.Where(office => office.Junior).Select(_ => "junior-officer"))
            .Concat(register.PlacesOf(personId, on).SelectMany(place => place.Roles))
            .Distinct()
            .ToList();
        var roles = new List<string>();
        foreach (var role in held.Concat(held.SelectMany(role => register.DutiesOf(role, on))).Distinct())
        {
            if (
                vocabulary.Roles.ContainsKey(role)
                && !vocabulary.IsBody(role)
                && roles.TrueForAll(known => vocabulary.CanCoincide(known, role))
            )
            {
                roles.Add(role);
            }
        }

        return roles.Count > 0 ? roles
            : register.HasBeen(personId, Member, on) ? [FormerMember]
            : [Public];
    }
}
