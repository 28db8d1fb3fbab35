using Comity.Service.Arrangements;
using Comity.Service.Matters;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>What holds for the days of an entry whichever way they are changed, and who may change them.</summary>
internal static class DaysOfFacts
{
    /// <summary>
    /// Whoever keeps the register; and of an absence, the holder of the office too. A relationship that somebody declared and what the council
    /// has arranged have writes of their own.
    /// </summary>
    public static async Task<bool> MayChangeAsync(this ComityDb db, Viewer acting, DatedFact fact, DateOnly today, CancellationToken ct) =>
        fact is not (DeclaredRelationship or StatedSubstitute)
        && (
            acting.MayKeepRegister()
            || (
                fact is Deputy deputy
                && await db.Holdings.AnyAsync(
                    holding =>
                        holding.OfficeId == deputy.OfficeId
                        && holding.PersonId == acting.PersonId
                        && holding.From <= today
                        && (holding.Until == null || holding.Until >= today),
                    ct
                )
            )
        );

    public static async Task CheckDaysAsync(
        this ComityDb db,
        DatedFact fact,
        DateOnly from,
        DateOnly? until,
        string fromField,
        string untilField,
        FieldErrors errors,
        CancellationToken ct
    )
    {
        switch (fact)
        {
            case Holding holding:
                var office = await db.Offices.SingleAsync(one => one.Id == holding.OfficeId, ct);
                errors.When(from < office.From, fromField, $"The office exists only from {office.From:d MMMM yyyy}");
                errors.When(
                    office.Role == "member" && until is null,
                    untilField,
                    "Enter the last day of the term: a member's rights end with it"
                );
                if (await db.OfHoldingAsync(holding.OfficeId, from, until, holding.Id, ct) is { } clash)
                {
                    errors.Add(fromField, clash);
                }

                break;
            case Membership place:
                var kind = await db.Bodies.Where(one => one.Id == place.BodyId).Select(one => one.Kind).SingleAsync(ct);
                var wanted = new Membership
                {
                    BodyId = place.BodyId,
                    PersonId = place.PersonId,
                    Place = place.Place,
                    From = from,
                    Until = until,
                };
                foreach (var error in await db.OfMembershipAsync(wanted, kind, [place.Id], ct))
                {
                    errors.Add(fromField, error.Message);
                }

                break;
            case Deputy:
                errors.When(until is null, untilField, "Enter the last day of the absence; it can be changed later");
                break;
        }
    }
}
