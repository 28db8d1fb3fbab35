using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>Somebody takes a place in a group, a committee or another body.</summary>
/// <param name="TakesOver">Of a place of which there is one: whoever has it now has it until the day before, in the same write.</param>
/// <param name="Opened">Who had the places of which there is one when the form was opened.</param>
public sealed record StartMembershipRequest(
    Guid? BodyId,
    Guid? PersonId,
    string? Place,
    DateOnly? From,
    DateOnly? Until,
    bool TakesOver = false,
    string? Opened = null
);

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
        var before = request.TakesOver ? await PresentAsync(membership, ct) : [];
        if (request.TakesOver)
        {
            AsOpened.StillFits(request.Opened, await MarkAsync(ct));
        }

        foreach (var clash in await db.OfMembershipAsync(membership, body.Kind, [.. before.Select(fact => fact.Id)], ct))
        {
            errors.Add(clash.Field, clash.Message);
        }

        if (errors.Any)
        {
            return errors.Refused;
        }

        foreach (var fact in before)
        {
            db.Redate(fact, fact.From, membership.From.AddDays(-1), write);
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
                ["inPlaceOf"] = new JsonArray([.. before.Select(fact => (JsonNode)$"{fact.PersonId:N}")]),
            }
        );
        await write.CommitAsync(ct);
        return new RegisterChange.Done(membership.Id);
    }

    /// <summary>Who has the places of which there is one, as a mark for a form.</summary>
    public async Task<string> MarkAsync(CancellationToken ct = default) =>
        AsOpened.Of(await db.Memberships.AsNoTracking().Where(fact => Places.OfOne.Contains(fact.Place)).ToListAsync(ct));

    // Somebody who is to have the place only later keeps it: that clashes, and is said.
    private async Task<List<Membership>> PresentAsync(Membership wanted, CancellationToken ct) =>
        Places.OfOne.Contains(wanted.Place)
            ? await db
                .Memberships.Where(fact =>
                    fact.BodyId == wanted.BodyId
                    && fact.Place == wanted.Place
                    && fact.PersonId != wanted.PersonId
                    && fact.From < wanted.From
                    && (fact.Until == null || fact.Until >= wanted.From)
                )
                .ToListAsync(ct)
            : [];
}
