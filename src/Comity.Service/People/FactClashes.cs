using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>What cannot be true on the same days: an office with two holders, a group with two leaders, a member in two groups.</summary>
internal static class FactClashes
{
    /// <summary>The message when somebody else holds the office on some of the days, or null.</summary>
    public static async Task<string?> OfHoldingAsync(
        this ComityDb db,
        Guid officeId,
        DateOnly from,
        DateOnly? until,
        Guid? except,
        CancellationToken ct
    )
    {
        var name = await db
            .Holdings.Where(fact =>
                fact.OfficeId == officeId
                && fact.Id != except
                && (fact.Until == null || fact.Until >= from)
                && (until == null || fact.From <= until)
            )
            .Select(fact => fact.Person!.FullName)
            .FirstOrDefaultAsync(ct);
        return name is null ? null : $"{name} holds this office on some of these days. End that first, or choose other days";
    }

    /// <summary>What a place in a body clashes with, each named by the field of <see cref="StartMembershipRequest"/> that it belongs to.</summary>
    public static async Task<IReadOnlyList<FieldError>> OfMembershipAsync(
        this ComityDb db,
        Membership wanted,
        BodyKind kind,
        IReadOnlyCollection<Guid> except,
        CancellationToken ct
    )
    {
        var (from, until) = (wanted.From, wanted.Until);
        var places = await db
            .Memberships.Where(fact =>
                !except.Contains(fact.Id)
                && (fact.Until == null || fact.Until >= from)
                && (until == null || fact.From <= until)
                && (fact.PersonId == wanted.PersonId || fact.BodyId == wanted.BodyId)
            )
            .Select(fact => new
            {
                fact.PersonId,
                fact.BodyId,
                fact.Place,
                fact.Body!.Kind,
                BodyName = fact.Body.Name,
                fact.Person!.FullName,
            })
            .ToListAsync(ct);
        var errors = new List<FieldError>();
        var own = places.Where(one => one.PersonId == wanted.PersonId).ToList();
        if (own.Find(one => one.BodyId == wanted.BodyId && one.Place == wanted.Place) is { } same)
        {
            errors.Add(new(nameof(StartMembershipRequest.Place), $"{same.FullName} has this place on some of these days"));
        }

        if (
            kind == BodyKind.PoliticalGroup
            && own.Find(one => one.Kind == BodyKind.PoliticalGroup && one.BodyId != wanted.BodyId) is { } other
        )
        {
            errors.Add(
                new(nameof(StartMembershipRequest.BodyId), $"{other.FullName} is in {other.BodyName} on some of these days. End that first")
            );
        }

        if (
            Places.OfOne.Contains(wanted.Place)
            && places.Find(one => one.BodyId == wanted.BodyId && one.Place == wanted.Place && one.PersonId != wanted.PersonId) is { } holder
        )
        {
            errors.Add(
                new(
                    nameof(StartMembershipRequest.Place),
                    $"{holder.FullName} has this place on some of these days. Choose that it ends the day before, or other days"
                )
            );
        }

        return errors;
    }
}
