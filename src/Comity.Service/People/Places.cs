namespace Comity.Service.People;

/// <summary>The places that somebody may have in a body.</summary>
public static class Places
{
    public const string Member = "member";
    public const string Leader = "leader";
    public const string DeputyLeader = "deputy-leader";
    public const string Spokesperson = "spokesperson";

    /// <summary>The member whom a group names as the contact for problems under the protocol (wigan 5.3).</summary>
    public const string Contact = "contact";
    public const string Chairman = "chairman";
    public const string ViceChairman = "vice-chairman";

    /// <summary>
    /// The places of which a body has one: wigan 5.3 has one member named as the group's contact, and a group has one leader in the same way.
    /// </summary>
    public static IReadOnlyList<string> OfOne { get; } = [Contact, Leader, Chairman];

    public static IReadOnlyList<string> InGroup { get; } = [Member, Leader, DeputyLeader, Spokesperson, Contact];
    public static IReadOnlyList<string> InOtherBody { get; } = [Member, Chairman, ViceChairman];

    public static IReadOnlyList<string> In(BodyKind kind) => kind == BodyKind.PoliticalGroup ? InGroup : InOtherBody;
}
