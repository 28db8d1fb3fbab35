using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Service.Content;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Matters;

/// <summary>Puts names to the tokens of a matter, for somebody who may see it. Of a sealed matter the identities are opened first.</summary>
public sealed class MatterNames(ComityDb db, ContentStore contents, ViewerTokens tokens)
{
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(
        Matter matter,
        IReadOnlyCollection<string> authorTokens,
        CancellationToken cancellationToken
    )
    {
        var parties = await db.MatterParties.AsNoTracking().Where(party => party.MatterId == matter.Id).ToListAsync(cancellationToken);
        var people = new HashSet<Guid>(parties.Select(party => party.PersonId).OfType<Guid>());
        var offices = new HashSet<Guid>(parties.Select(party => party.OfficeId).OfType<Guid>());
        if (matter.Class == ContentClass.Sealed)
        {
            var identities = parties.Select(party => party.IdentityContentId).OfType<Guid>().ToList();
            foreach (
                var identity in (await contents.ReadTextsAsync(identities, cancellationToken)).Values.Select(text =>
                    JsonNode.Parse(text.Text)!
                )
            )
            {
                people.Add(Guid.Parse((string)identity["person"]!, CultureInfo.InvariantCulture));
                if ((string?)identity["office"] is { } office)
                {
                    offices.Add(Guid.Parse(office, CultureInfo.InvariantCulture));
                }
            }
        }
        else
        {
            foreach (var token in authorTokens.Where(token => token.StartsWith("p:", StringComparison.Ordinal)))
            {
                people.Add(Guid.ParseExact(token.AsSpan(2), "N"));
            }
        }

        var names = new Dictionary<string, string>(StringComparer.Ordinal) { [tokens.Person(Guid.Empty, matter.Class)] = "Comity" };
        foreach (
            var person in await db
                .People.AsNoTracking()
                .Where(row => people.Contains(row.Id))
                .Select(row => new { row.Id, row.FullName })
                .ToListAsync(cancellationToken)
        )
        {
            names[tokens.Person(person.Id, matter.Class)] = person.FullName;
        }

        foreach (
            var office in await db
                .Offices.AsNoTracking()
                .Where(row => offices.Contains(row.Id))
                .Select(row => new { row.Id, row.Title })
                .ToListAsync(cancellationToken)
        )
        {
            names[tokens.Office(office.Id, matter.Class)] = office.Title;
        }

        return names;
    }
}
