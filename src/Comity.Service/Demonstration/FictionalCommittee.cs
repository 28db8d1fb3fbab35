namespace Comity.Service.Demonstration;

/// <summary>A committee, with a chairman and a vice-chairman among its members.</summary>
/// <param name="ChairmanRole">The role of the protocol that its chairman holds; null where the protocol names none.</param>
/// <param name="MemberRole">The same of every one of its members.</param>
public sealed record FictionalCommittee(string Name, int Size = 9, string? ChairmanRole = null, string? MemberRole = null);
