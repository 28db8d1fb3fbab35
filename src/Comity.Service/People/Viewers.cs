using Comity.Service.Matters;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>
/// Makes a person into somebody who looks: with the offices of the day and the tokens these give. Somebody who holds no office on the day
/// sees nothing, own matters included: a member's rights end with the term (wigan 1.4).
/// </summary>
public sealed class Viewers(ComityDb db, CouncilOnDate council, ViewerTokens tokens)
{
    public async Task<Viewer> OfAsync(Guid personId, DateOnly on, CancellationToken ct = default)
    {
        var offices = await council
            .HeldOffices(on)
            .Where(held => held.PersonId == personId)
            .Select(held => new
            {
                held.OfficeId,
                held.Role,
                held.PersonName,
            })
            .ToListAsync(ct);
        if (offices.Count == 0)
        {
            var name = await db.People.Where(person => person.Id == personId).Select(person => person.FullName).FirstOrDefaultAsync(ct);
            return name is null ? Viewer.Nobody : new Viewer(personId, name, [], [], []);
        }

        var places = await council.PlacesOfAsync(personId, on, ct);
        Guid[] officeIds = [.. offices.Select(held => held.OfficeId).Distinct()];
        return new Viewer(
            personId,
            offices[0].PersonName,
            officeIds,
            [.. offices.Select(held => held.Role).Concat(places.Select(RoleOf).OfType<string>()).Distinct()],
            tokens.All(personId, officeIds)
        );
    }

    private static string? RoleOf(PlaceInBody place) =>
        (place.Kind, place.Place) switch
        {
            (BodyKind.PoliticalGroup, Places.Leader) => "group-leader",
            (BodyKind.PoliticalGroup, Places.Contact) => "group-contact",
            (BodyKind.PoliticalGroup, Places.Spokesperson) => "party-spokesperson",
            (BodyKind.Committee, Places.Chairman) => "committee-chairman",
            (BodyKind.Committee, Places.ViceChairman) => "committee-vice-chairman",
            _ => null,
        };
}
