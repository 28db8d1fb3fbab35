using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>A new person, or (with an id) other words for a known one.</summary>
public sealed record SavePersonRequest(Guid? Id, string? FullName, string? Email, string? OutsideBody, string? Opened = null);

public sealed class SavePerson(ComityDb db, CouncilWrites writes)
{
    public async Task<RegisterChange> ExecuteAsync(Viewer acting, SavePersonRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!acting.MayKeepRegister())
        {
            return new RegisterChange.Missing();
        }

        await using var write = await writes.BeginAsync(acting.Acting(), ct);
        var person = request.Id is { } id ? await db.People.FirstOrDefaultAsync(one => one.Id == id, ct) : null;
        if (request.Id is not null && person is null)
        {
            return new RegisterChange.Missing();
        }

        if (person is not null)
        {
            AsOpened.StillFits(request.Opened, AsOpened.Of(person));
        }

        var email = string.IsNullOrWhiteSpace(request.Email) ? null : request.Email.Trim();
        var errors = new FieldErrors();
        errors.Text(request.FullName, nameof(request.FullName), "Enter the person's full name", 200);
        errors.AtMost(request.OutsideBody, nameof(request.OutsideBody), 200);
        if (email is not null && !EmailAddress.IsOne(email))
        {
            errors.Add(nameof(request.Email), "Enter an email address in the correct format, like name@council.example");
        }
        else if (Person.KeyOf(email) is { } key && await db.People.AnyAsync(one => one.EmailKey == key && one.Id != request.Id, ct))
        {
            errors.Add(nameof(request.Email), "Somebody else in the register has this email address");
        }

        if (errors.Any)
        {
            return errors.Refused;
        }

        var before = person is null ? null : Describe(person);
        if (person is null)
        {
            person = new Person
            {
                Id = write.NewId(),
                FullName = request.FullName!.Trim(),
                RecordedAt = write.At,
            };
            db.Add(person);
        }

        person.FullName = request.FullName!.Trim();
        person.Email = email;
        person.OutsideBody = string.IsNullOrWhiteSpace(request.OutsideBody) ? null : request.OutsideBody.Trim();
        write.Record(
            before is null ? "person-added" : "person-changed",
            new JsonObject
            {
                ["person"] = $"{person.Id:N}",
                ["before"] = before,
                ["after"] = Describe(person),
            }
        );
        await write.CommitAsync(ct);
        return new RegisterChange.Done(person.Id);
    }

    private static JsonObject Describe(Person person) =>
        new()
        {
            ["name"] = person.FullName,
            ["email"] = person.Email,
            ["outsideBody"] = person.OutsideBody,
        };
}
