using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>A new office, or (with an id) other words or marks for a known one. The roles are those of the vocabulary.</summary>
public sealed record SaveOfficeRequest(
    Guid? Id,
    string? Title,
    string? Role,
    Guid? ServiceAreaId,
    Guid? WardId,
    bool PoliticallyRestricted,
    bool Junior,
    DateOnly? From,
    DateOnly? Until,
    IReadOnlySet<string> Roles,
    string? Opened = null
);

public sealed class SaveOffice(ComityDb db, CouncilWrites writes)
{
    public async Task<RegisterChange> ExecuteAsync(Viewer acting, SaveOfficeRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!acting.MayKeepRegister())
        {
            return new RegisterChange.Missing();
        }

        await using var write = await writes.BeginAsync(acting.Acting(), ct);
        var office = request.Id is { } id ? await db.Offices.FirstOrDefaultAsync(one => one.Id == id, ct) : null;
        if (request.Id is not null && office is null)
        {
            return new RegisterChange.Missing();
        }

        if (office is not null)
        {
            AsOpened.StillFits(request.Opened, AsOpened.Of(office));
        }

        var errors = new FieldErrors();
        errors.Text(request.Title, nameof(request.Title), "Enter the title of the office", 200);
        errors.When(request.Role is null || !request.Roles.Contains(request.Role), nameof(request.Role), "Choose a role from the list");
        errors.Days(office?.From ?? request.From, request.Until, nameof(request.From), nameof(request.Until));
        errors.When(
            request.WardId is { } ward && !await db.Wards.AnyAsync(one => one.Id == ward, ct),
            nameof(request.WardId),
            "Choose a ward from the list"
        );
        errors.When(
            request.ServiceAreaId is { } service && !await db.ServiceAreas.AnyAsync(one => one.Id == service, ct),
            nameof(request.ServiceAreaId),
            "Choose a service from the list"
        );
        errors.When(
            request.PoliticallyRestricted && request.WardId is not null,
            nameof(request.PoliticallyRestricted),
            "A seat in a ward cannot be a politically restricted post"
        );
        if (errors.Any)
        {
            return errors.Refused;
        }

        var before = office is null ? null : Describe(office);
        if (office is null)
        {
            office = new Office
            {
                Id = write.NewId(),
                Title = request.Title!.Trim(),
                Role = request.Role!,
                From = request.From!.Value,
            };
            db.Add(office);
        }

        office.Title = request.Title!.Trim();
        office.Role = request.Role!;
        office.ServiceAreaId = request.ServiceAreaId;
        office.WardId = request.WardId;
        office.PoliticallyRestricted = request.PoliticallyRestricted;
        office.Junior = request.Junior;
        office.Until = request.Until;
        if (await db.ServiceAreas.FirstOrDefaultAsync(one => one.Id == request.ServiceAreaId, ct) is { } changed)
        {
            changed.ChangedAt = write.At;
        }

        write.Record(
            before is null ? "office-added" : "office-changed",
            new JsonObject
            {
                ["office"] = $"{office.Id:N}",
                ["before"] = before,
                ["after"] = Describe(office),
            }
        );
        await write.CommitAsync(ct);
        return new RegisterChange.Done(office.Id);
    }

    private static JsonObject Describe(Office office) =>
        new()
        {
            ["title"] = office.Title,
            ["role"] = office.Role,
            ["service"] = office.ServiceAreaId is { } service ? $"{service:N}" : null,
            ["ward"] = office.WardId is { } ward ? $"{ward:N}" : null,
            ["politicallyRestricted"] = office.PoliticallyRestricted,
            ["junior"] = office.Junior,
            ["from"] = office.From.Iso(),
            ["until"] = office.Until?.Iso(),
        };
}
