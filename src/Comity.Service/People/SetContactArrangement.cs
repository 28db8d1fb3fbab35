using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>How members are asked to reach a department (wigan 4.6). An empty text ends what was arranged.</summary>
public sealed record SetContactArrangementRequest(Guid ServiceAreaId, string? Says, DateOnly? From, string? Opened = null);

public sealed class SetContactArrangement(ComityDb db, CouncilOnDate council, CouncilWrites writes, TimeProvider clock)
{
    public async Task<RegisterChange> ExecuteAsync(Viewer acting, SetContactArrangementRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!acting.MayKeepRegister() && !await council.IsChiefOfficerOfAsync(acting, request.ServiceAreaId, clock.Today(), ct))
        {
            return new RegisterChange.Missing();
        }

        await using var write = await writes.BeginAsync(acting.Acting(), ct);
        var service = await db.ServiceAreas.FirstOrDefaultAsync(one => one.Id == request.ServiceAreaId, ct);
        if (service is null)
        {
            return new RegisterChange.Missing();
        }

        AsOpened.StillFits(
            request.Opened,
            AsOpened.Of(await db.ContactArrangements.AsNoTracking().Where(fact => fact.ServiceAreaId == service.Id).ToListAsync(ct))
        );
        var errors = new FieldErrors();
        errors.AtMost(request.Says, nameof(request.Says), 2000);
        errors.Days(request.From, null, nameof(request.From), nameof(request.From));
        if (errors.Any)
        {
            return errors.Refused;
        }

        var from = request.From!.Value;
        var before = await db
            .ContactArrangements.Where(fact => fact.ServiceAreaId == service.Id && (fact.Until == null || fact.Until >= from))
            .ToListAsync(ct);
        foreach (var fact in before)
        {
            db.Redate(fact, fact.From, from.AddDays(-1), write);
        }

        var says = string.IsNullOrWhiteSpace(request.Says) ? null : request.Says.Trim();
        if (says is not null)
        {
            db.Add(
                new ContactArrangement
                {
                    Id = write.NewId(),
                    ServiceAreaId = service.Id,
                    Says = says,
                    SetByPersonId = acting.PersonId,
                    From = from,
                    RecordedAt = write.At,
                }
            );
        }

        service.ChangedAt = write.At;
        write.Record(
            "contact-arrangement-set",
            new JsonObject
            {
                ["service"] = $"{service.Id:N}",
                ["says"] = says,
                ["from"] = from.Iso(),
            }
        );
        await write.CommitAsync(ct);
        return new RegisterChange.Done(service.Id);
    }
}
