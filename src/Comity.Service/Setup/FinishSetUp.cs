using System.Text.Json.Nodes;
using Comity.Protocols;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Setup;

/// <summary>Everything that the set-up asked for becomes the council's, in one transaction. From then on the set-up is closed.</summary>
public sealed record FinishSetUpRequest(int Version, SourceText Protocol);

public sealed class FinishSetUp(ComityDb db, CouncilWrites writes)
{
    /// <returns>The person who keeps Comity for the council, and gets the first account.</returns>
    /// <exception cref="ChangedSinceOpenedException">The answers have changed since they were shown.</exception>
    public async Task<Guid> ExecuteAsync(FinishSetUpRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var write = await writes.BeginAsync(SetUpJourneys.Acting.Acting(), ct);
        var journey = await db.SetUpJourneys.SingleAsync(ct);
        var council = await db.Councils.SingleAsync(ct);
        var answers = SetUpJourneys.AnswersOf(journey);
        if (journey.Version != request.Version || council.SetUpComplete || answers.FirstOpen != SetUpStage.Check)
        {
            throw new ChangedSinceOpenedException("The answers are not those that were shown.");
        }

        council.Name = answers.Name!;
        council.Kind = answers.Kind!;
        council.Nation = answers.Nation!;
        council.ProtocolKey = answers.ProtocolKey!;
        council.SetUpComplete = true;
        db.Add(
            new ProtocolAdoption
            {
                Id = write.NewId(),
                ProtocolKey = answers.ProtocolKey!,
                Sha256 = TakeUpTexts.HashOf(request.Protocol),
                Title = answers.Title!,
                Version = answers.Version,
                Status = answers.Status,
                Minute = answers.Minute,
                AdoptedOn = answers.AdoptedOn,
                From = write.Today,
                RecordedAt = write.At,
            }
        );
        foreach (var (duty, role) in answers.Duties.Where(pair => pair.Value is not (SetUpAnswers.ItsOwnHolders or SetUpAnswers.Nobody)))
        {
            db.Add(
                new RoleEquivalence
                {
                    Id = write.NewId(),
                    Duty = duty,
                    Role = role,
                    StatedByPersonId = answers.ClerkId!.Value,
                    From = write.Today,
                    RecordedAt = write.At,
                }
            );
        }

        var monitoringOfficer = await MonitoringOfficerAsync(answers, write, ct);
        await GiveOfficeAsync(answers.ClerkId!.Value, "clerk", answers.ClerkTitle!, write, ct);
        journey.CodeHash = null;
        journey.BrowserHash = null;
        journey.PeopleFile = null;
        journey.PeopleFileName = null;
        journey.Version++;
        write.Record(
            "council-set-up",
            new JsonObject
            {
                ["name"] = council.Name,
                ["kind"] = council.Kind,
                ["nation"] = council.Nation,
                ["protocol"] = council.ProtocolKey,
                ["title"] = answers.Title,
                ["version"] = answers.Version,
                ["status"] = answers.Status,
                ["minute"] = answers.Minute,
                ["adoptedOn"] = answers.AdoptedOn?.Iso(),
                ["duties"] = new JsonObject(answers.Duties.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
                ["monitoringOfficer"] = $"{monitoringOfficer:N}",
                ["clerk"] = $"{answers.ClerkId:N}",
            }
        );
        await write.CommitAsync(ct);
        return answers.ClerkId!.Value;
    }

    private async Task<Guid> MonitoringOfficerAsync(SetUpAnswers answers, CouncilWrite write, CancellationToken ct)
    {
        if (answers.MonitoringOfficerId is { } own)
        {
            await GiveOfficeAsync(own, "monitoring-officer", "Monitoring Officer", write, ct);
            return own;
        }

        var key = Person.KeyOf(answers.OutsideEmail);
        var person = await db.People.FirstOrDefaultAsync(one => key != null && one.EmailKey == key, ct);
        if (person is null)
        {
            person = new Person
            {
                Id = write.NewId(),
                FullName = answers.OutsideName!,
                Email = answers.OutsideEmail,
                RecordedAt = write.At,
            };
            db.Add(person);
        }

        person.OutsideBody = answers.OutsideBody;
        await GiveOfficeAsync(person.Id, "monitoring-officer", $"Monitoring Officer of {answers.OutsideBody}", write, ct);
        return person.Id;
    }

    private async Task GiveOfficeAsync(Guid personId, string role, string title, CouncilWrite write, CancellationToken ct)
    {
        if (
            await db.Holdings.AnyAsync(
                fact =>
                    fact.PersonId == personId
                    && fact.Office!.Role == role
                    && fact.From <= write.Today
                    && (fact.Until == null || fact.Until >= write.Today),
                ct
            )
        )
        {
            return;
        }

        var office = new Office
        {
            Id = write.NewId(),
            Title = title,
            Role = role,
            From = write.Today,
        };
        db.Add(office);
        db.Add(
            new Holding
            {
                Id = write.NewId(),
                OfficeId = office.Id,
                PersonId = personId,
                From = write.Today,
                RecordedAt = write.At,
            }
        );
    }
}
