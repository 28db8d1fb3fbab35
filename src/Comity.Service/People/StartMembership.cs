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

        var membership = new Membership
        {
            Id = write.NewId(),
            BodyId = body!.Id,
            PersonId = person!.Id,
            Place = request.Place!,
            From = request.From!.Value,
            Until = request.Until,
            RecordedAt = write.At,
        };
        foreach (var clash in await db.OfMembershipAsync(membership, body.Kind, null, ct))
        {
            errors.Add(clash.Field, clash.Message);
        }

        if (errors.Any)
        {
            return errors.Refused;
        }

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
                ["from"] = membership.From.Iso(),
                ["until"] = membership.Until?.Iso(),
            }
        );
        await write.CommitAsync(ct);
        return new RegisterChange.Done(membership.Id);
    }
}
