using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>
/// A service names an officer's post: for regular contact with members (who that is depends on the service and the sort of contact, wigan
/// 4.5), or to take members' complaints (one for each service, wigan 5.3).
/// </summary>
public sealed record NameContactRequest(
    Guid? ServiceAreaId,
    Guid? OfficeId,
    string? Contact,
    string? SortOfContact,
    DateOnly? From,
    string? Opened = null
);

public sealed class NameContact(ComityDb db, CouncilOnDate council, CouncilWrites writes, TimeProvider clock)
{
    public async Task<RegisterChange> ExecuteAsync(Viewer acting, NameContactRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!await MayNameAsync(acting, request.ServiceAreaId, ct))
        {
            return new RegisterChange.Missing();
        }

        await using var write = await writes.BeginAsync(acting.Acting(), ct);
        var service = await db.ServiceAreas.FirstOrDefaultAsync(one => one.Id == request.ServiceAreaId, ct);
        var office = await db.Offices.FirstOrDefaultAsync(one => one.Id == request.OfficeId, ct);
        AsOpened.StillFits(
            request.Opened,
            AsOpened.Of(await db.NamedContacts.AsNoTracking().Where(fact => fact.ServiceAreaId == request.ServiceAreaId).ToListAsync(ct))
        );
        var errors = new FieldErrors();
        errors.When(service is null, nameof(request.ServiceAreaId), "Choose the service");
        errors.When(
            request.Contact is not (NamedContact.RegularSeniorOfficer or NamedContact.ServiceComplaintsOfficer),
            nameof(request.Contact),
            "Choose what the officer is named for"
        );
        errors.When(office is null || office.WardId is not null, nameof(request.OfficeId), "Choose an officer's post from the list");
        errors.Days(request.From, null, nameof(request.From), nameof(request.From));
        if (request.Contact == NamedContact.RegularSeniorOfficer)
        {
            errors.Text(
                request.SortOfContact,
                nameof(request.SortOfContact),
                "Enter the sort of contact that members may expect, for example casework or policy questions",
                200
            );
            errors.When(office is { Junior: true }, nameof(request.OfficeId), "This post is marked as junior. Name a senior officer");
        }

        if (errors.Any)
        {
            return errors.Refused;
        }

        var from = request.From!.Value;
        var before = await db
            .NamedContacts.Where(fact =>
                fact.ServiceAreaId == service!.Id && fact.Contact == request.Contact && (fact.Until == null || fact.Until >= from)
            )
            .ToListAsync(ct);

        // One complaints officer to a service; of regular contacts there may be several, but each once.
        foreach (var fact in before.Where(fact => request.Contact == NamedContact.ServiceComplaintsOfficer || fact.OfficeId == office!.Id))
        {
            db.Redate(fact, fact.From, from.AddDays(-1), write);
        }

        var named = new NamedContact
        {
            Id = write.NewId(),
            ServiceAreaId = service!.Id,
            OfficeId = office!.Id,
            Contact = request.Contact!,
            SortOfContact = string.IsNullOrWhiteSpace(request.SortOfContact) ? null : request.SortOfContact.Trim(),
            From = from,
            RecordedAt = write.At,
        };
        db.Add(named);
        service.ChangedAt = write.At;
        write.Record(
            "contact-named",
            new JsonObject
            {
                ["contact"] = $"{named.Id:N}",
                ["for"] = named.Contact,
                ["service"] = $"{service.Id:N}",
                ["office"] = $"{office.Id:N}",
                ["sortOfContact"] = named.SortOfContact,
                ["from"] = from.Iso(),
            }
        );
        await write.CommitAsync(ct);
        return new RegisterChange.Done(named.Id);
    }

    /// <summary>Whoever keeps the register, and the chief officer over the service.</summary>
    public async Task<bool> MayNameAsync(Viewer acting, Guid? serviceAreaId, CancellationToken ct = default) =>
        acting.MayKeepRegister() || (serviceAreaId is { } id && await council.IsChiefOfficerOfAsync(acting, id, clock.Today(), ct));
}
