using Comity.Service.Content;
using Comity.Service.Kept;

namespace Comity.Service.Matters;

/// <summary>Puts names to the tokens of a matter, for somebody who may see it. Of a sealed matter the identities are opened first.</summary>
public sealed class MatterNames(CouncilNow now, ContentStore contents, ViewerTokens tokens)
{
    public async Task<NamesInMatter> OfAsync(
        Matter matter,
        IReadOnlyList<MatterParty> parties,
        IReadOnlyCollection<string> authorTokens,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(matter);
        var identities = await IdentitiesAsync(matter, parties, cancellationToken);
        var register = (await now.GetAsync(cancellationToken)).Register;
        var names = new Dictionary<Guid, string>();
        var byToken = new Dictionary<string, string>(StringComparer.Ordinal) { [tokens.Person(Guid.Empty, matter.Class)] = "Comity" };
        foreach (var identity in identities.Values)
        {
            Person(identity.PersonId);
            if (identity.OfficeId is { } office && register.TitleOf(office) is { } title)
            {
                byToken[tokens.Office(office, matter.Class)] = title;
                byToken[tokens.Seat(identity.PersonId, office)] = register.NameOf(identity.PersonId) is { } holder
                    ? $"{holder}, {title}"
                    : title;
            }
        }

        if (matter.Class == ContentClass.Indexed)
        {
            foreach (
                var token in authorTokens.Where(token => token.StartsWith("p:", StringComparison.Ordinal) && !byToken.ContainsKey(token))
            )
            {
                Person(Guid.ParseExact(token.AsSpan(2), "N"));
            }
        }

        return new NamesInMatter(byToken, identities, names);

        void Person(Guid id)
        {
            if (register.NameOf(id) is { } name && names.TryAdd(id, name))
            {
                byToken[tokens.Person(id, matter.Class)] = name;
            }
        }
    }

    private async Task<Dictionary<Guid, PartyIdentity>> IdentitiesAsync(
        Matter matter,
        IReadOnlyList<MatterParty> parties,
        CancellationToken cancellationToken
    )
    {
        if (matter.Class == ContentClass.Indexed)
        {
            return parties
                .Where(party => party.PersonId is not null)
                .ToDictionary(party => party.Id, party => new PartyIdentity(party.PersonId!.Value, party.OfficeId));
        }

        var texts = await contents.ReadTextsAsync([.. parties.Select(party => party.IdentityContentId).OfType<Guid>()], cancellationToken);
        return parties
            .Where(party => party.IdentityContentId is { } id && texts.ContainsKey(id))
            .ToDictionary(party => party.Id, party => NamesInMatter.Read(texts[party.IdentityContentId!.Value].Text));
    }
}
