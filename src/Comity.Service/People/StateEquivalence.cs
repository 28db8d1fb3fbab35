using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>Which roles do a duty of the protocol here. They take the place of what was stated before; none takes it back.</summary>
public sealed record StateEquivalenceRequest(
    string Duty,
    IReadOnlyList<string> Roles,
    DateOnly? From,
    string? Minute,
    IReadOnlySet<string> KnownRoles,
    string? Opened = null
);

public sealed class StateEquivalence(ComityDb db, CouncilWrites writes)
{
    public async Task<RegisterChange> ExecuteAsync(Viewer acting, StateEquivalenceRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!acting.MayKeepRegister() || !request.KnownRoles.Contains(request.Duty))
        {
            return new RegisterChange.Missing();
        }

        var errors = new FieldErrors();
        errors.When(request.Roles.Any(role => !request.KnownRoles.Contains(role)), nameof(request.Roles), "Choose roles from the list");
        errors.Text(request.Minute, nameof(request.Minute), "Enter the minute of the decision, as the council refers to it", 200);
        errors.Days(request.From, null, nameof(request.From), nameof(request.From));
        if (errors.Any)
        {
            return errors.Refused;
        }

        await using var write = await writes.BeginAsync(acting.Acting(), ct);
        AsOpened.StillFits(
            request.Opened,
            AsOpened.Of(await db.RoleEquivalences.AsNoTracking().Where(fact => fact.Duty == request.Duty).ToListAsync(ct))
        );
        var from = request.From!.Value;
        var before = await db
            .RoleEquivalences.Where(fact => fact.Duty == request.Duty && (fact.Until == null || fact.Until >= from))
            .ToListAsync(ct);
        var wanted = request.Roles.Where(role => role != request.Duty).Distinct().ToList();
        foreach (var fact in before.Where(fact => !wanted.Contains(fact.Role)))
        {
            db.Redate(fact, fact.From, from.AddDays(-1), write);
        }

        foreach (var role in wanted.Where(role => before.All(fact => fact.Role != role)))
        {
            db.Add(
                new RoleEquivalence
                {
                    Id = write.NewId(),
                    Duty = request.Duty,
                    Role = role,
                    StatedByPersonId = acting.PersonId,
                    Minute = request.Minute!.Trim(),
                    From = from,
                    RecordedAt = write.At,
                }
            );
        }

        write.Record(
            "equivalence-stated",
            new JsonObject
            {
                ["duty"] = request.Duty,
                ["before"] = new JsonArray([.. before.Select(fact => (JsonNode)fact.Role)]),
                ["after"] = new JsonArray([.. wanted.Select(role => (JsonNode)role)]),
                ["minute"] = request.Minute!.Trim(),
                ["from"] = from.Iso(),
            }
        );
        await write.CommitAsync(ct);
        return new RegisterChange.Done(Guid.Empty);
    }
}
