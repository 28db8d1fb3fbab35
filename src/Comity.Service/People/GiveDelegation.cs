using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>Enters a power that the council has specifically given to somebody: holder, scope, resolution and date (wigan 2).</summary>
public sealed record GiveDelegationRequest(Guid? PersonId, string? Scope, string? Minute, DateOnly? From, DateOnly? Until);

public sealed class GiveDelegation(ComityDb db, CouncilWrites writes)
{
    public async Task<RegisterChange> ExecuteAsync(Viewer acting, GiveDelegationRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!acting.MayKeepRegister())
        {
            return new RegisterChange.Missing();
        }

        await using var write = await writes.BeginAsync(acting.Acting(), ct);
        var person = await db.People.FirstOrDefaultAsync(one => one.Id == request.PersonId, ct);
        var errors = new FieldErrors();
        errors.When(person is null, nameof(request.PersonId), "Choose a person from the list");
        errors.When(
            person is not null && person.Id == acting.PersonId,
            nameof(request.PersonId),
            "Nobody enters a power for themselves: ask another keeper of the register (a safeguard of Comity)"
        );
        errors.Text(request.Scope, nameof(request.Scope), "Enter what the power covers", 1000);
        errors.Text(request.Minute, nameof(request.Minute), "Enter the minute of the decision that gave it", 200);
        errors.Days(request.From, request.Until, nameof(request.From), nameof(request.Until));
        if (errors.Any)
        {
            return errors.Refused;
        }

        var delegation = new Delegation
        {
            Id = write.NewId(),
            PersonId = person!.Id,
            Scope = request.Scope!.Trim(),
            Minute = request.Minute!.Trim(),
            From = request.From!.Value,
            Until = request.Until,
            RecordedAt = write.At,
        };
        db.Add(delegation);
        write.Record(
            "delegation-given",
            new JsonObject
            {
                ["delegation"] = $"{delegation.Id:N}",
                ["person"] = $"{person.Id:N}",
                ["name"] = person.FullName,
                ["scope"] = delegation.Scope,
                ["minute"] = delegation.Minute,
                ["from"] = delegation.From.Iso(),
                ["until"] = delegation.Until?.Iso(),
            }
        );
        await write.CommitAsync(ct);
        return new RegisterChange.Done(delegation.Id);
    }
}
