using Microsoft.AspNetCore.Authorization;

namespace Comity.Bench;

/// <summary>A rule of <see cref="HandWrittenSwitch"/> as a requirement of an ASP.NET Core authorization policy.</summary>
internal sealed record RuleRequirement(string Bit, Func<Asked, bool> IsInForce) : IAuthorizationRequirement
{
    public static IReadOnlyDictionary<AskedAct, RuleRequirement[]> ByAct { get; } =
        new Dictionary<AskedAct, RuleRequirement[]>
        {
            [AskedAct.SendOfficialLetter] =
            [
                new("1", asked => asked.Signatory == 0),
                new("2", asked => asked.Signatory != 0 && asked.ReplyToOwnLetter),
                new("4", asked => asked.Signatory != 0 && asked.Delegated),
                new("8", asked => asked.Signatory != 0 && !asked.ReplyToOwnLetter && !asked.Delegated),
                new("16", asked => asked.Signatory != 0 && (asked.Obliges || asked.Instructs) && !asked.Delegated),
            ],
            [AskedAct.UseResources] =
            [
                new("1", asked => asked.Purpose != 0),
                new("2", asked => asked.Purpose == 0),
                new("4", asked => asked.Purpose is 1 or 2 || asked.PartlyPolitical),
                new("8", asked => asked.Purpose == 3 || asked.PartlyPrivate),
            ],
            [AskedAct.CriticisePublicly] =
            [
                new("1", asked => asked.Individual && asked.SubjectMatter == 0 && (asked.Venue <= 1 || asked.MediaPresent)),
                new("2", asked => asked.Abuse && (asked.Venue <= 3 || asked.MediaPresent)),
                new("4", asked => asked.DoubtsNeutrality && (asked.Venue <= 3 || asked.MediaPresent)),
                new("8", asked => asked.Abuse && !asked.MediaPresent && asked.Venue >= 4),
            ],
        };
}
