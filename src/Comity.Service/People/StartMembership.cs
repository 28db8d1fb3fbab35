using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>Somebody takes a place in a group, a committee or another body.</summary>
public sealed record StartMembershipRequest(Guid? BodyId, Guid? PersonId, string? Place, DateOnly? From, DateOnly? Until);

public sealed class StartMembership(ComityDb db, CouncilWrites writes)
{
    public async Task<RegisterChange> ExecuteAsync(Viewer acting, StartMembershipRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!acting.MayKeepRegister())
        {
            return new RegisterChange.Missing();
        }

        await using var write = await writes.BeginAsync(acting.Acting(), ct);
        var body = await db.Bodies.FirstOrDefaultAsync(one => one.Id == request.BodyId, ct);
        var person = await db.People.FirstOrDefaultAsync(one => one.Id == request.PersonId, ct);
        var errors = new FieldErrors();
        errors.When(body is null, nameof(request.BodyId), "Choose a group or committee from the list");
        errors.When(person is null, nameof(request.PersonId), "Choose a person from the list");
        errors.Days(request.From, request.Until, nameof(request.From), nameof(request.Until));
        errors.When(
            body is not null && (request.Place is null || !Places.In(body.Kind).Contains(request.Place)),
            nameof(request.Place),
            "Choose a place from the list"
        );
        if (errors.Any)
        {
            return errors.Refused;
        }

        var from = request.From!.Value;
        var places = await db
            .Memberships.Where(fact =>
                (fact.Until == null || fact.Until >= from)
                && (request.Until == null || fact.From <= request.Until)
                && (fact.PersonId == person!.Id || fact.BodyId == body!.Id)
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
        if (places.FirstOrDefault(one => one.PersonId == person!.Id && one.BodyId == body!.Id && one.Place == request.Place) is not null)
        {
            errors.Add(nameof(request.Place), $"{person!.FullName} has this place on some of these days");
        }

        if (
            body!.Kind == BodyKind.PoliticalGroup
            && places.FirstOrDefault(one => one.PersonId == person!.Id && one.Kind == BodyKind.PoliticalGroup && one.BodyId != body.Id)
                is { } other
        )
        {
            errors.Add(nameof(request.BodyId), $"{person!.FullName} is in {other.BodyName} on some of these days. End that first");
        }

        // wigan 5.3: one member is named as the group's contact. A group has one leader in the same way.
        if (
            request.Place is Places.Contact or Places.Leader or Places.Chairman
            && places.FirstOrDefault(one => one.BodyId == body.Id && one.Place == request.Place && one.PersonId != person!.Id) is { } holder
        )
        {
            errors.Add(nameof(request.Place), $"{holder.FullName} has this place on some of these days. End that first");
        }

        if (errors.Any)
        {
            return errors.Refused;
        }

        var membership = new Membership
        {
            Id = write.NewId(),
            BodyId = body.Id,
            PersonId = person!.Id,
            Place = request.Place!,
            From = from,
            Until = request.Until,
            RecordedAt = write.At,
        };
        db.Add(membership);
        write.Record(
            "membership-started",
            new JsonObject
            {
                ["membership"] = $"{membership.Id:N}",
                ["body"] = $"{body.Id:N}",
                ["bodyName"] = body.Name,
                ["person"] = $"{person.Id:N}",
                ["place"] = membership.Place,
                ["from"] = from.Iso(),
                ["until"] = membership.Until?.Iso(),
            }
        );
        await write.CommitAsync(ct);
        return new RegisterChange.Done(membership.Id);
    }
}
