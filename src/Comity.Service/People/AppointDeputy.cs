using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>Somebody acts for an office while its holder is away. The holder may say so, or whoever keeps the register.</summary>
public sealed record AppointDeputyRequest(Guid? OfficeId, Guid? PersonId, DateOnly? From, DateOnly? Until);

public sealed class AppointDeputy(ComityDb db, CouncilWrites writes)
{
    public async Task<RegisterChange> ExecuteAsync(Viewer acting, AppointDeputyRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(acting);
        var holds =
            request.OfficeId is { } own && await db.Holdings.AnyAsync(fact => fact.OfficeId == own && fact.PersonId == acting.PersonId, ct);
        if (!acting.MayKeepRegister() && !(holds && acting.OfficeIds.Contains(request.OfficeId!.Value)))
        {
            return new RegisterChange.Missing();
        }

        await using var write = await writes.BeginAsync(acting.Acting(), ct);
        var office = await db.Offices.FirstOrDefaultAsync(one => one.Id == request.OfficeId, ct);
        var person = await db.People.FirstOrDefaultAsync(one => one.Id == request.PersonId, ct);
        var errors = new FieldErrors();
        errors.When(office is null, nameof(request.OfficeId), "Choose an office from the list");
        errors.When(person is null, nameof(request.PersonId), "Choose a person from the list");
        errors.Days(request.From, request.Until, nameof(request.From), nameof(request.Until));
        errors.When(request.Until is null, nameof(request.Until), "Enter the last day of the absence; it can be changed later");
        errors.When(
            office is { WardId: not null },
            nameof(request.OfficeId),
            "Nobody can stand in for an elected member in the member's own seat"
        );
        if (
            office is not null
            && person is not null
            && await db.Holdings.AnyAsync(
                fact => fact.OfficeId == office.Id && fact.PersonId == person.Id && (fact.Until == null || fact.Until >= request.From),
                ct
            )
        )
        {
            errors.Add(nameof(request.PersonId), $"{person.FullName} holds this office. Choose somebody else to act for it");
        }

        if (errors.Any)
        {
            return errors.Refused;
        }

        var deputy = new Deputy
        {
            Id = write.NewId(),
            OfficeId = office!.Id,
            PersonId = person!.Id,
            From = request.From!.Value,
            Until = request.Until,
            RecordedAt = write.At,
        };
        db.Add(deputy);
        write.Record(
            "deputy-appointed",
            new JsonObject
            {
                ["deputy"] = $"{deputy.Id:N}",
                ["office"] = $"{office.Id:N}",
                ["title"] = office.Title,
                ["person"] = $"{person.Id:N}",
                ["from"] = deputy.From.Iso(),
                ["until"] = deputy.Until?.Iso(),
            }
        );
        await write.CommitAsync(ct);
        return new RegisterChange.Done(deputy.Id);
    }
}
