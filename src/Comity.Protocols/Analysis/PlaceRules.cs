namespace Comity.Protocols.Analysis;

/// <summary>The rules on an act that fit people in one of its places.</summary>
/// <param name="Anyone">Those that leave the place open.</param>
/// <param name="Roles">For each role those that name it or a role that it is; null without a protocol.</param>
internal readonly record struct PlaceRules(ulong Anyone, ulong[]? Roles)
{
    public ulong For(int role) => Anyone | (Roles?[role] ?? 0);

    public static PlaceRules By(Slice? slice) => slice is null ? default : new(slice.ByAnyone, slice.ByRole);

    public static PlaceRules To(Slice? slice) => slice is null ? default : new(slice.ToAnyone, slice.ToRole);

    public static PlaceRules About(Slice? slice) => slice is null ? default : new(slice.AboutAnyone, slice.AboutRole);
}
