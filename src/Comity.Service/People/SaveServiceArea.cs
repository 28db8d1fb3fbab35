using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>A new service, or (with an id) other words, another place or an end for a known one.</summary>
public sealed record SaveServiceAreaRequest(
    Guid? Id,
    string? Name,
    string? Subjects,
    Guid? PartOfId,
    DateOnly? From,
    DateOnly? Until,
    string? Opened = null
);

public sealed class SaveServiceArea(ComityDb db, CouncilWrites writes)
{
    public async Task<RegisterChange> ExecuteAsync(Viewer acting, SaveServiceAreaRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!acting.MayKeepRegister())
        {
            return new RegisterChange.Missing();
        }

        await using var write = await writes.BeginAsync(acting.Acting(), ct);
        var services = await db.ServiceAreas.ToListAsync(ct);
        var service = services.FirstOrDefault(one => one.Id == request.Id);
        if (request.Id is not null && service is null)
        {
            return new RegisterChange.Missing();
        }

        if (service is not null)
        {
            AsOpened.StillFits(request.Opened, AsOpened.Of(service));
        }

        var name = request.Name?.Trim();
        var errors = new FieldErrors();
        errors.Text(name, nameof(request.Name), "Enter the name of the service", 120);
        errors.AtMost(request.Subjects, nameof(request.Subjects), 500);
        errors.Days(service?.From ?? request.From, request.Until, nameof(request.From), nameof(request.Until));
        errors.When(
            services.Any(one => one.Id != request.Id && one.Until is null && PeopleNames.Same(one.Name, name)),
            nameof(request.Name),
            "There is a service of this name"
        );
        if (request.PartOfId is { } above)
        {
            var path = new ServiceTree(services).PathUp(above);
            errors.When(path.Count == 0, nameof(request.PartOfId), "Choose a service from the list");
            errors.When(
                service is not null && path.Contains(service.Id),
                nameof(request.PartOfId),
                "A service cannot be part of itself or of one of its own parts"
            );
        }

        if (errors.Any)
        {
            return errors.Refused;
        }

        var isNew = service is null;
        var before = service?.Name;
        if (service is null)
        {
            service = new ServiceArea
            {
                Id = write.NewId(),
                Name = name!,
                From = request.From!.Value,
            };
            db.Add(service);
        }

        service.Name = name!;
        service.Subjects = string.IsNullOrWhiteSpace(request.Subjects) ? null : request.Subjects.Trim();
        service.PartOfId = request.PartOfId;
        service.Until = request.Until;
        service.ChangedAt = write.At;
        write.Record(
            isNew ? "service-added" : "service-changed",
            new JsonObject
            {
                ["service"] = $"{service.Id:N}",
                ["before"] = before,
                ["name"] = service.Name,
                ["subjects"] = service.Subjects,
                ["partOf"] = service.PartOfId is { } partOf ? $"{partOf:N}" : null,
                ["until"] = service.Until?.Iso(),
            }
        );
        await write.CommitAsync(ct);
        return new RegisterChange.Done(service.Id);
    }
}
