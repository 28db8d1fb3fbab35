using System.Globalization;
using System.Text.Json.Nodes;

namespace Comity.Service.Matters;

/// <summary>Names for the tokens of one matter.</summary>
public sealed class NamesInMatter(
    IReadOnlyDictionary<string, string> byToken,
    IReadOnlyDictionary<Guid, PartyIdentity> identities,
    IReadOnlyDictionary<Guid, string> people
)
{
    public string Of(string token) => byToken.GetValueOrDefault(token, "somebody who has left");

    /// <summary>A party by name, with the office through which they stand there.</summary>
    public string Of(MatterParty party)
    {
        ArgumentNullException.ThrowIfNull(party);
        return identities.TryGetValue(party.Id, out var identity) && people.TryGetValue(identity.PersonId, out var name)
            ? (identity.OfficeId is null ? name : $"{name}, {Of(party.Token)}")
            : Of(party.Token);
    }

    internal static PartyIdentity Read(string text)
    {
        var identity = JsonNode.Parse(text)!;
        return new PartyIdentity(
            Guid.Parse((string)identity["person"]!, CultureInfo.InvariantCulture),
            (string?)identity["office"] is { } office ? Guid.Parse(office, CultureInfo.InvariantCulture) : null
        );
    }
}
