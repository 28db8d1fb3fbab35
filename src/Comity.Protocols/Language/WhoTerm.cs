namespace Comity.Protocols.Language;

/// <summary>One person or office of a <see cref="Who"/>.</summary>
/// <param name="Role">The role, or null when the party itself is meant.</param>
/// <param name="Party">The party itself, or the party that the role is relative to, or null.</param>
public sealed record WhoTerm(Name? Role, Party? Party)
{
    /// <summary>The words of the language: <c>line-manager of subject</c>, <c>monitoring-officer</c>, <c>actor</c>.</summary>
    public override string ToString() =>
        (Role, Party) switch
        {
            (null, { } party) => Word(party),
            ({ } role, null) => role.Text,
            ({ } role, { } party) => $"{role.Text} of {Word(party)}",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    internal static string Word(Party party) =>
        party switch
        {
            Language.Party.Actor => "actor",
            Language.Party.Recipient => "recipient",
            Language.Party.Subject => "subject",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    internal static Party? PartyOf(string word) =>
        word switch
        {
            "actor" => Language.Party.Actor,
            "recipient" => Language.Party.Recipient,
            "subject" => Language.Party.Subject,
            _ => null,
        };
}
