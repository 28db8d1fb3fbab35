using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Arrangements;

/// <summary>The council says who deals with something when the office that its protocol names may not.</summary>
public sealed record StateSubstituteRequest(
    string? Role,
    Guid? ServiceAreaId,
    Guid? OfficeId,
    string? Minute,
    DateOnly? From,
    DateOnly? Until,
    IReadOnlySet<string> Roles
);

public sealed class StateSubstitute(ComityDb db, CouncilOnDate council, CouncilWrites writes)
{
    public async Task<RegisterChange> ExecuteAsync(Viewer acting, StateSubstituteRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!acting.MayKeepRegister())
        {
            return new RegisterChange.Missing();
        }

        await using var write = await writes.BeginAsync(acting.Acting(), ct);
        var office = await db.Offices.FirstOrDefaultAsync(one => one.Id == request.OfficeId, ct);
        var errors = new FieldErrors();
        errors.When(request.Role is null || !request.Roles.Contains(request.Role), nameof(request.Role), "Choose who may not deal with it");
        errors.When(
            request.ServiceAreaId is { } service && !await db.ServiceAreas.AnyAsync(one => one.Id == service, ct),
            nameof(request.ServiceAreaId),
            "Choose a service from the list"
        );
        errors.When(office is null, nameof(request.OfficeId), "Choose who deals with it instead");
        errors.Text(request.Minute, nameof(request.Minute), "Enter the minute of the decision, as the council refers to it", 200);
        errors.Days(request.From, request.Until, nameof(request.From), nameof(request.Until));
        if (errors.Any)
        {
            return errors.Refused;
        }

        var from = request.From!.Value;
        if (await ConcernsAsync(acting, request.Role!, office!.Id, write.Today, ct))
        {
            errors.Add(nameof(request.Role), OwnOffice);
        }
        else if (await db.ConcernsAsync(acting, ct))
        {
            errors.Add(nameof(request.Role), OwnMatter.Refusal);
        }
        else if (
            await db.StatedSubstitutes.AnyAsync(
                fact =>
                    fact.Role == request.Role
                    && fact.OfficeId == office.Id
                    && fact.ServiceAreaId == request.ServiceAreaId
                    && (fact.Until == null || fact.Until >= from)
                    && (request.Until == null || fact.From <= request.Until),
                ct
            )
        )
        {
            errors.Add(nameof(request.OfficeId), $"{office.Title} is the substitute on some of these days already");
        }

        if (errors.Any)
        {
            return errors.Refused;
        }

        var substitute = new StatedSubstitute
        {
            Id = write.NewId(),
            Role = request.Role!,
            ServiceAreaId = request.ServiceAreaId,
            OfficeId = office.Id,
            AuthorPersonId = acting.PersonId,
            Minute = request.Minute!.Trim(),
            From = from,
            Until = request.Until,
            RecordedAt = write.At,
        };
        db.Add(substitute);
        write.Record(
            "substitute-stated",
            new JsonObject
            {
                ["substitute"] = $"{substitute.Id:N}",
                ["role"] = substitute.Role,
                ["service"] = substitute.ServiceAreaId is { } one ? $"{one:N}" : null,
                ["office"] = $"{office.Id:N}",
                ["title"] = office.Title,
                ["minute"] = substitute.Minute,
                ["from"] = from.Iso(),
                ["until"] = substitute.Until?.Iso(),
            }
        );
        await write.CommitAsync(ct);
        return new RegisterChange.Done(substitute.Id);
    }

    internal const string OwnOffice =
        "You hold one of these two offices, and nobody decides about themselves. Ask another keeper of the register. This is a safeguard of Comity's own (comity/1), not a clause of the protocol.";

    /// <summary>Whoever holds the role that is passed over, or the office that stands in, is concerned.</summary>
    internal async Task<bool> ConcernsAsync(Viewer acting, string role, Guid officeId, DateOnly today, CancellationToken ct) =>
        acting.OfficeIds.Contains(officeId)
        || acting.Holds(role)
        || (await council.HoldersOfRoleAsync(role, today, ct)).Any(held => held.PersonId == acting.PersonId);
}
