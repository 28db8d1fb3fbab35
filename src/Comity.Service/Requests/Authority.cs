namespace Comity.Service.Requests;

/// <summary>On whose authority an officer is to do something.</summary>
/// <param name="DelegationId">The entry in the council's register of powers, where a member relies on one.</param>
/// <param name="Resolution">The minute of a resolution, in the words of whoever cites it.</param>
public sealed record Authority(AuthorityOf Of, Guid? DelegationId = null, string? Resolution = null)
{
    /// <summary>The kind of message in which it stands in the matter.</summary>
    public const string MessageKind = "authority";

    /// <summary>The fact of the vocabulary that says whether the council has given the power.</summary>
    public const string GivenFact = "specific-delegation";

    public static Authority Own { get; } = new(AuthorityOf.Member);

    /// <summary>What was found in the register when it was asked.</summary>
    internal static Authority FoundBefore { get; } = new(AuthorityOf.Delegation);
}

public enum AuthorityOf
{
    /// <summary>The member's own, which may be that of an office.</summary>
    Member,

    /// <summary>A power that the council has specifically given to the member.</summary>
    Delegation,

    /// <summary>The council has resolved it.</summary>
    Council,

    /// <summary>A committee has.</summary>
    Committee,
}
