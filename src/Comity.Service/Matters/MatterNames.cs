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
        var people = identities.Values.Select(identity => identity.PersonId).ToHashSet();
        var offices = identities.Values.Select(identity => identity.OfficeId).OfType<Guid>().ToHashSet();
        if (matter.Class == ContentClass.Indexed)
        {
            people.UnionWith(
                authorTokens
                    .Where(token => token.StartsWith("p:", StringComparison.Ordinal))
                    .Select(token => Guid.ParseExact(token.AsSpan(2), "N"))
            );
        }

        var register = (await now.GetAsync(cancellationToken)).Register;
        var names = people
            .Select(id => (Id: id, Name: register.NameOf(id)))
            .Where(person => person.Name is not null)
            .ToDictionary(person => person.Id, person => person.Name!);

        var byToken = new Dictionary<string, string>(StringComparer.Ordinal) { [tokens.Person(Guid.Empty, matter.Class)] = "Comity" };
        foreach (var (id, name) in names)
        {
            byToken[tokens.Person(id, matter.Class)] = name;
        }

        foreach (var id in offices)
        {
            if (register.TitleOf(id) is { } title)
            {
                byToken[tokens.Office(id, matter.Class)] = title;
            }
        }

        return new NamesInMatter(byToken, identities, names);
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
