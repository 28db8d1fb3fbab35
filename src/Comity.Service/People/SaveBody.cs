using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>A new group, committee or other body, or (with an id) another name or end for a known one. What kind it is never changes.</summary>
public sealed record SaveBodyRequest(Guid? Id, BodyKind? Kind, string? Name, DateOnly? From, DateOnly? Until, string? Opened = null);

public sealed class SaveBody(ComityDb db, CouncilWrites writes)
{
    public async Task<RegisterChange> ExecuteAsync(Viewer acting, SaveBodyRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!acting.MayKeepRegister())
        {
            return new RegisterChange.Missing();
        }

        await using var write = await writes.BeginAsync(acting.Acting(), ct);
        var bodies = await db.Bodies.ToListAsync(ct);
        var body = bodies.FirstOrDefault(one => one.Id == request.Id);
        if (request.Id is not null && body is null)
        {
            return new RegisterChange.Missing();
        }

        if (body is not null)
        {
            AsOpened.StillFits(request.Opened, AsOpened.Of(body));
        }

        var name = request.Name?.Trim();
        var errors = new FieldErrors();
        errors.Text(name, nameof(request.Name), "Enter the name", 120);
        errors.When(body is null && request.Kind is null, nameof(request.Kind), "Choose what kind of body it is");
        errors.Days(body?.From ?? request.From, request.Until, nameof(request.From), nameof(request.Until));
        errors.When(
            bodies.Any(one => one.Id != request.Id && one.Until is null && PeopleNames.Same(one.Name, name)),
            nameof(request.Name),
            "There is a group or committee of this name"
        );
        if (errors.Any)
        {
            return errors.Refused;
        }

        var before = body?.Name;
        if (body is null)
        {
            body = new Body
            {
                Id = write.NewId(),
                Kind = request.Kind!.Value,
                Name = name!,
                From = request.From!.Value,
            };
            db.Add(body);
        }

        body.Name = name!;
        body.Until = request.Until;
        write.Record(
            before is null ? "body-added" : "body-changed",
            new JsonObject
            {
                ["body"] = $"{body.Id:N}",
                ["kind"] = body.Kind.ToString(),
                ["before"] = before,
                ["name"] = body.Name,
                ["from"] = body.From.Iso(),
                ["until"] = body.Until?.Iso(),
            }
        );
        await write.CommitAsync(ct);
        return new RegisterChange.Done(body.Id);
    }
}
