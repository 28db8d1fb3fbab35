using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>Somebody takes up an office. A member's term has an end, because rights stop there (wigan 1.4).</summary>
public sealed record StartHoldingRequest(Guid? OfficeId, Guid? PersonId, DateOnly? From, DateOnly? Until, string? Basis);

public sealed class StartHolding(ComityDb db, CouncilWrites writes)
{
    public async Task<RegisterChange> ExecuteAsync(Viewer acting, StartHoldingRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!acting.MayKeepRegister())
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
        errors.AtMost(request.Basis, nameof(request.Basis), 60);
        if (office is not null)
        {
            errors.When(request.From < office.From, nameof(request.From), $"The office exists only from {office.From:d MMMM yyyy}");
            errors.When(
                office.Role == "member" && request.Until is null,
                nameof(request.Until),
                "Enter the last day of the term: a member's rights end with it"
            );
        }

        if (errors.Any)
        {
            return errors.Refused;
        }

        var from = request.From!.Value;
        if (await db.OfHoldingAsync(office!.Id, from, request.Until, null, ct) is { } clash)
        {
            errors.Add(nameof(request.OfficeId), clash);
            return errors.Refused;
        }

        var holding = new Holding
        {
            Id = write.NewId(),
            OfficeId = office.Id,
            PersonId = person!.Id,
            From = from,
            Until = request.Until,
            Basis = string.IsNullOrWhiteSpace(request.Basis) ? null : request.Basis.Trim(),
            RecordedAt = write.At,
        };
        db.Add(holding);
        write.Record(
            "holding-started",
            new JsonObject
            {
                ["holding"] = $"{holding.Id:N}",
                ["office"] = $"{office.Id:N}",
                ["title"] = office.Title,
                ["person"] = $"{person.Id:N}",
                ["name"] = person.FullName,
                ["from"] = holding.From.Iso(),
                ["until"] = holding.Until?.Iso(),
                ["basis"] = holding.Basis,
            }
        );
        await write.CommitAsync(ct);
        return new RegisterChange.Done(holding.Id);
    }
}
