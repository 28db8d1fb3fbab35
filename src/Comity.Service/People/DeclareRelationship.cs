using System.Text.Json.Nodes;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.People;

/// <summary>
/// Somebody tells the council that they are close to somebody else in it. A person declares for themselves; the Monitoring Officer enters what
/// was handed in on paper.
/// </summary>
public sealed record DeclareRelationshipRequest(
    Guid PersonId,
    Guid? OtherPersonId,
    string? Tie,
    string? Says,
    Guid? ToldPersonId,
    DateOnly? From
);

/// <remarks>
/// No protocol in use says who reads the register (wigan 4.10 offers a disclosure, borough 2.11 names only who is told), so the safe default
/// holds: the two people, whoever was told, and the Monitoring Officer. Nobody else learns that there is an entry. What one of the two has asked and the
/// other has to answer is passed on in the same write.
/// </remarks>
public sealed class DeclareRelationship(
    ComityDb db,
    CouncilOnDate council,
    CouncilWrites writes,
    MatterParties parties,
    ContentStore contents,
    ViewerTokens tokens,
    PassOnWhatIsClose close
)
{
    public const string Kind = "declared-relationship";
    public const string Recorded = "relationship-declared";

    internal const string Declarant = "declared-by";
    internal const string CloseTo = "close-to";
    internal const string Told = "told";

    public async Task<RegisterChange> ExecuteAsync(Viewer acting, DeclareRelationshipRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!MayDeclare(acting, request.PersonId))
        {
            return new RegisterChange.Missing();
        }

        await using var write = await writes.BeginAsync(acting.Acting(), ct);
        var person = await db.People.FirstOrDefaultAsync(one => one.Id == request.PersonId, ct);
        if (person is null)
        {
            return new RegisterChange.Missing();
        }

        var errors = new FieldErrors();
        errors.When(
            request.OtherPersonId is not { } other || other == person.Id || !await db.People.AnyAsync(one => one.Id == other, ct),
            nameof(request.OtherPersonId),
            request.OtherPersonId == person.Id ? "Choose somebody else: this is the same person" : "Choose the other person from the list"
        );
        errors.When(
            request.Tie is not (Tie.Family or Tie.CloseFriend or Tie.Other),
            nameof(request.Tie),
            "Choose what ties the two of them"
        );
        errors.Text(request.Says, nameof(request.Says), "Enter what is declared, as it is to stand in the register", 2000);
        errors.When(
            request.ToldPersonId is { } told && !await db.People.AnyAsync(one => one.Id == told, ct),
            nameof(request.ToldPersonId),
            "Choose a person from the list"
        );
        errors.Days(request.From, null, nameof(request.From), nameof(request.From));
        errors.When(request.From > write.Today, nameof(request.From), "The first day must be today or earlier");
        if (errors.Any)
        {
            return errors.Refused;
        }

        var (otherId, from) = (request.OtherPersonId!.Value, request.From!.Value);
        var matter = new Matter
        {
            Id = write.NewId(),
            Reference = PublicReference.New().Value,
            Kind = Kind,
            Class = ContentClass.Sealed,
            Capacity = Capacity.Council,
            Holder = Holder.Council,
            State = MatterState.Open,
            ReceivedOn = write.Today,
            OpenedAt = write.At,
            Version = 1,
        };
        db.Add(matter);
        await parties.PlaceAsync(write, matter, Declarant, person.Id, null, ct);
        await parties.PlaceAsync(write, matter, CloseTo, otherId, null, ct);
        if (request.ToldPersonId is { } toldId)
        {
            await parties.PlaceAsync(write, matter, Told, toldId, null, ct);
        }

        var fact = new DeclaredRelationship
        {
            Id = write.NewId(),
            MatterId = matter.Id,
            PersonToken = tokens.Person(person.Id, ContentClass.Sealed),
            OtherToken = tokens.Person(otherId, ContentClass.Sealed),
            From = from,
            RecordedAt = write.At,
        };
        db.Add(fact);
        await OpenToAsync(write, matter, person.Id, otherId, request.ToldPersonId, ct);
        var says = new JsonObject { ["tie"] = request.Tie, ["says"] = request.Says!.Trim() };
        matter.SubjectContentId = (
            await contents.AddTextAsync(matter.Id, Parts.Content, ContentClass.Sealed, CanonicalJson.Write(says), ct)
        ).Id;
        write.Record(
            Recorded,
            matter,
            Parts.Content,
            new JsonObject
            {
                ["person"] = $"{person.Id:N}",
                ["other"] = $"{otherId:N}",
                ["told"] = request.ToldPersonId is { } one ? $"{one:N}" : null,
                ["tie"] = request.Tie,
                ["says"] = request.Says.Trim(),
                ["from"] = from.Iso(),
            }
        );

        // The register has to know of it before anybody can say who may have what is open between the two.
        await db.SaveChangesAsync(ct);
        write.GoOnAsService();
        await close.ExecuteAsync(write, person.Id, otherId, ct);
        await write.CommitAsync(ct);
        return new RegisterChange.Done(fact.Id);
    }

    public static bool MayDeclare(Viewer acting, Guid personId)
    {
        ArgumentNullException.ThrowIfNull(acting);
        return acting.OfficeIds.Count > 0 && (acting.PersonId == personId || acting.Holds("monitoring-officer"));
    }

    private async Task OpenToAsync(CouncilWrite write, Matter matter, Guid person, Guid other, Guid? told, CancellationToken ct)
    {
        Open(tokens.Person(person, matter.Class), "You declared it.");
        Open(tokens.Person(other, matter.Class), "It names you.");
        if (told is { } toldId)
        {
            Open(tokens.Person(toldId, matter.Class), "You were told of it when it was declared.");
        }

        var monitoring = await council.HoldersOfRoleAsync("monitoring-officer", write.Today, ct);
        foreach (var office in monitoring.Select(held => held.OfficeId).Distinct())
        {
            Open(tokens.Office(office, matter.Class), "The Monitoring Officer keeps what is declared.");
        }

        void Open(string token, string reason)
        {
            foreach (var part in (string[])[Parts.Matter, Parts.Content])
            {
                db.Add(
                    new Grant
                    {
                        Id = write.NewId(),
                        MatterId = matter.Id,
                        Part = part,
                        Token = token,
                        Reason = reason,
                        Source = "comity/2",
                        From = write.At,
                    }
                );
            }
        }
    }
}
