using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Service.Content;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Matters;

/// <summary>Who stands where in a matter. Of a sealed matter the rows say nothing that could be read without the council key.</summary>
public sealed class MatterParties(ComityDb db, ContentStore contents, ViewerTokens tokens)
{
    public const string RaisedBy = "raised-by";
    public const string LoggedBy = "logged-by";
    public const string Owner = "owner";
    public const string CopiedIn = "copied-in";
    public const string Overseeing = "overseeing";

    /// <summary>Whom a concern is about. Standing in this place shows nobody anything: what they learn is granted part by part.</summary>
    public const string About = "about";

    /// <summary>Whoever hears a concern.</summary>
    public const string Hears = "hears";

    /// <summary>Whoever is shown what is done afterwards to whoever raised a concern.</summary>
    public const string WatchesOver = "watches-over";

    /// <summary>There is nobody to answer it: whoever has to say who does.</summary>
    public const string NamesOwner = "names-owner";

    /// <summary>Helps both sides of a concern to settle it.</summary>
    public const string Mediates = "mediates";

    /// <param name="inPerson">It is entrusted to this holder of the office, and to no other who comes after.</param>
    public async Task<MatterParty> PlaceAsync(
        CouncilWrite write,
        Matter matter,
        string place,
        Guid personId,
        Guid? officeId,
        CancellationToken cancellationToken,
        bool inPerson = false
    )
    {
        var isSealed = matter.Class == ContentClass.Sealed;
        StoredContent? identity = null;
        if (isSealed)
        {
            var text = CanonicalJson.Write(
                new JsonObject
                {
                    ["person"] = personId.ToString("D", CultureInfo.InvariantCulture),
                    ["office"] = officeId?.ToString("D", CultureInfo.InvariantCulture),
                }
            );
            identity = await contents.AddTextAsync(matter.Id, Parts.Identity, ContentClass.Sealed, text, cancellationToken);
        }

        var party = new MatterParty
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
            MatterId = matter.Id,
            Place = place,
            Token =
                officeId is not { } office ? tokens.Person(personId, matter.Class)
                : inPerson ? tokens.Seat(personId, office)
                : tokens.Office(office, matter.Class),
            PersonId = isSealed ? null : personId,
            OfficeId = isSealed ? null : officeId,
            IdentityContentId = identity?.Id,
            Since = write.At,
        };
        db.MatterParties.Add(party);
        return party;
    }

    public async Task EndAsync(CouncilWrite write, Matter matter, string place, CancellationToken cancellationToken)
    {
        foreach (
            var party in await db
                .MatterParties.Where(row => row.MatterId == matter.Id && row.Place == place && row.EndedAt == null)
                .ToListAsync(cancellationToken)
        )
        {
            party.EndedAt = write.At;
        }
    }

    /// <summary>The person and office now in a place, read from the seal where the matter has one.</summary>
    public async Task<PartyIdentity?> InAsync(Matter matter, string place, CancellationToken cancellationToken)
    {
        var party = await db
            .MatterParties.AsNoTracking()
            .Where(row => row.MatterId == matter.Id && row.Place == place && row.EndedAt == null)
            .OrderByDescending(row => row.Since)
            .FirstOrDefaultAsync(cancellationToken);
        return await IdentityAsync(party, cancellationToken);
    }

    /// <summary>The same of parties that have been read, the earliest first.</summary>
    public Task<PartyIdentity?> InAsync(IReadOnlyList<MatterParty> parties, string place, CancellationToken cancellationToken) =>
        IdentityAsync(parties.LastOrDefault(party => party.Place == place && party.EndedAt is null), cancellationToken);

    /// <summary>Whoever has it to answer; where nobody does, whoever has to say who does.</summary>
    public async Task<PartyIdentity?> AnsweringAsync(Matter matter, CancellationToken cancellationToken) =>
        await InAsync(matter, Owner, cancellationToken) ?? await InAsync(matter, NamesOwner, cancellationToken);

    /// <summary>Everybody who stands or stood in a matter, the earliest first.</summary>
    public async Task<IReadOnlyList<MatterParty>> OfAsync(Matter matter, CancellationToken cancellationToken) =>
        await db
            .MatterParties.AsNoTracking()
            .Where(row => row.MatterId == matter.Id)
            .OrderBy(row => row.Since)
            .ToListAsync(cancellationToken);

    private async Task<PartyIdentity?> IdentityAsync(MatterParty? party, CancellationToken cancellationToken)
    {
        if (party is null)
        {
            return null;
        }

        if (party.PersonId is { } person)
        {
            return new PartyIdentity(person, party.OfficeId);
        }

        return await contents.ReadTextAsync(party.IdentityContentId!.Value, cancellationToken) is { } text
            ? NamesInMatter.Read(text)
            : null;
    }
}
