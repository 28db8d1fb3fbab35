namespace Comity.Protocols.Interviews;

/// <summary>Somebody has to be named by a role.</summary>
/// <param name="Place">Whether it is the one who acts, the one addressed or the one it is about.</param>
/// <param name="Offered">The roles of which the rules on the act speak in that place, by label; any other role of the vocabulary is permitted too.</param>
public sealed record WhoStep(Party Place, IReadOnlyList<Role> Offered) : InterviewStep;
