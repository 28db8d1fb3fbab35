using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>From a day on an office reports to another, or (without one) to none.</summary>
public sealed record MoveLineManagementRequest(Guid OfficeId, Guid? ManagerOfficeId, DateOnly? From, string? Opened = null);

public sealed class MoveLineManagement(ComityDb db, CouncilOnDate council, CouncilWrites writes)
{
    public async Task<RegisterChange> ExecuteAsync(Viewer acting, MoveLineManagementRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!acting.MayKeepRegister())
        {
            return new RegisterChange.Missing();
        }

        await using var write = await writes.BeginAsync(acting.Acting(), ct);
        var office = await db.Offices.FirstOrDefaultAsync(one => one.Id == request.OfficeId, ct);
        if (office is null)
        {
            return new RegisterChange.Missing();
        }

        AsOpened.StillFits(
            request.Opened,
            AsOpened.Of(await db.LineManagement.AsNoTracking().Where(fact => fact.OfficeId == office.Id).ToListAsync(ct))
        );
        var errors = new FieldErrors();
        errors.Days(request.From, null, nameof(request.From), nameof(request.From));
        errors.When(
            office.WardId is not null && request.ManagerOfficeId is not null,
            nameof(request.ManagerOfficeId),
            "A member's seat reports to nobody"
        );
        if (request.ManagerOfficeId is { } managerId)
        {
            errors.When(
                managerId == office.Id || !await db.Offices.AnyAsync(one => one.Id == managerId && one.WardId == null, ct),
                nameof(request.ManagerOfficeId),
                "Choose the manager's office from the list"
            );
            if (
                request.From is { } day
                && (await council.ManagementAboveAsync([managerId], day, ct)).Any(step => step.OfficeId == office.Id)
            )
            {
                errors.Add(nameof(request.ManagerOfficeId), "That office reports, directly or further up, to this one");
            }
        }

        if (errors.Any)
        {
            return errors.Refused;
        }

        var from = request.From!.Value;
        var before = await db
            .LineManagement.Where(fact => fact.OfficeId == office.Id && (fact.Until == null || fact.Until >= from))
            .ToListAsync(ct);
        foreach (var fact in before)
        {
            db.Redate(fact, fact.From, from.AddDays(-1), write);
        }

        if (request.ManagerOfficeId is { } newManager)
        {
            db.Add(
                new LineManagement
                {
                    Id = write.NewId(),
                    OfficeId = office.Id,
                    ManagerOfficeId = newManager,
                    From = from,
                    RecordedAt = write.At,
                }
            );
        }

        write.Record(
            "line-management-moved",
            new JsonObject
            {
                ["office"] = $"{office.Id:N}",
                ["before"] = new JsonArray([.. before.Select(fact => (JsonNode)$"{fact.ManagerOfficeId:N}")]),
                ["after"] = request.ManagerOfficeId is { } after ? $"{after:N}" : null,
                ["from"] = from.Iso(),
            }
        );
        await write.CommitAsync(ct);
        return new RegisterChange.Done(office.Id);
    }
}
