using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>A new ward, or (with an id) another name or end for a known one.</summary>
public sealed record SaveWardRequest(Guid? Id, string? Name, DateOnly? From, DateOnly? Until, string? Opened = null);

public sealed class SaveWard(ComityDb db, CouncilWrites writes)
{
    public async Task<RegisterChange> ExecuteAsync(Viewer acting, SaveWardRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!acting.MayKeepRegister())
        {
            return new RegisterChange.Missing();
        }

        await using var write = await writes.BeginAsync(acting.Acting(), ct);
        var wards = await db.Wards.ToListAsync(ct);
        var ward = wards.FirstOrDefault(one => one.Id == request.Id);
        if (request.Id is not null && ward is null)
        {
            return new RegisterChange.Missing();
        }

        if (ward is not null)
        {
            AsOpened.StillFits(request.Opened, AsOpened.Of(ward));
        }

        var name = request.Name?.Trim();
        var errors = new FieldErrors();
        errors.Text(name, nameof(request.Name), "Enter the name of the ward", 120);
        errors.Days(ward?.From ?? request.From, request.Until, nameof(request.From), nameof(request.Until));
        errors.When(
            wards.Any(one => one.Id != request.Id && one.Until is null && PeopleNames.Same(one.Name, name)),
            nameof(request.Name),
            "There is a ward of this name"
        );
        if (errors.Any)
        {
            return errors.Refused;
        }

        var before = ward?.Name;
        if (ward is null)
        {
            ward = new Ward
            {
                Id = write.NewId(),
                Name = name!,
                From = request.From!.Value,
            };
            db.Add(ward);
        }

        ward.Name = name!;
        ward.Until = request.Until;
        write.Record(
            before is null ? "ward-added" : "ward-changed",
            new JsonObject
            {
                ["ward"] = $"{ward.Id:N}",
                ["before"] = before,
                ["name"] = ward.Name,
                ["from"] = ward.From.Iso(),
                ["until"] = ward.Until?.Iso(),
            }
        );
        await write.CommitAsync(ct);
        return new RegisterChange.Done(ward.Id);
    }
}
