using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Service.Concerns.Hearing;
using Comity.Service.Content;
using Comity.Service.Kept;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Concerns.Raising;

/// <summary>A concern as it was checked on the page.</summary>
public sealed record RaiseConcernRequest
{
    /// <summary>The draft that is sent: its id becomes the matter's, so it is sent once.</summary>
    public required Guid DraftId { get; init; }

    public required Guid About { get; init; }
    public required string Act { get; init; }
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();
    public IReadOnlyList<string> Grounds { get; init; } = [];
    public IReadOnlyList<string> Equality { get; init; } = [];
    public required string WhatHappened { get; init; }
    public DateOnly? HappenedOn { get; init; }
    public required string PutRight { get; init; }
    public IReadOnlyList<IncomingFile> Files { get; init; } = [];
    public IReadOnlyList<string> Consents { get; init; } = [];

    /// <summary>A first step that the person does not take, with the reason: a talk that the protocol would rather have first.</summary>
    public string? PassesOver { get; init; }

    public string? ReasonToPassOver { get; init; }

    /// <summary>Why the person goes on although the protocol says "should not".</summary>
    public string? ReasonToGoOn { get; init; }

    /// <summary>Comes from somebody without an account (<see cref="Reporters"/>): one of the public to the protocol.</summary>
    public bool FromOutside { get; init; }

    /// <summary>Who such a person is and how to reach them, if they say so: kept apart from what happened.</summary>
    public string? ReporterName { get; init; }

    /// <summary>Whom such a person does not want to hear it: Comity cannot tell whether they are one of them.</summary>
    public IReadOnlyList<Guid> Shut { get; init; } = [];

    /// <summary>The way the person saw, and sends it by (<see cref="ConcernDoor.Key"/>).</summary>
    public required string Door { get; init; }
}

/// <summary>What became of it.</summary>
public abstract record RaiseConcernResult
{
    private RaiseConcernResult() { }

    public sealed record Raised(Guid MatterId, string Reference) : RaiseConcernResult;

    /// <summary>The protocol says no, or "should not" and no reason was given, or a question is open.</summary>
    public sealed record Refused(ConcernAnswer Answer) : RaiseConcernResult;

    /// <summary>Whoever would hear it has changed since the person saw who: they see it again before anything is sent.</summary>
    public sealed record OtherDoor(ConcernAnswer Answer) : RaiseConcernResult;

    /// <summary>There is no such draft of this person's, and nothing of theirs came of one.</summary>
    public sealed record NoDraft : RaiseConcernResult;
}

/// <summary>
/// A concern is sent: sealed from its first word, to those alone whom the protocol, the council's arrangement or the safeguard names. The person whom it is
/// about has a place in it and sees nothing of it.
/// </summary>
public sealed class RaiseConcern(
    ComityDb db,
    CouncilWrites writes,
    CouncilOnDate council,
    ConcernRules rules,
    ConcernDrafts drafts,
    ReportDrafts reports,
    ConcernCourses courses,
    ConcernHearing hearing,
    Decisions decisions,
    MatterParties parties,
    Audience audience,
    Messages messages,
    ContentStore contents,
    TimeProvider clock
)
{
    /// <summary>What happened, in the person's words.</summary>
    public const string ConcernMessage = "concern";

    /// <summary>What would put it right.</summary>
    public const string PutRightMessage = "put-right";

    /// <summary>Why a step or an advice of the protocol was not followed.</summary>
    public const string ReasonMessage = "reason-to-go-on";

    public async Task<RaiseConcernResult> ExecuteAsync(RaiseConcernRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(viewer);
        await using var write = await writes.BeginAsync(viewer.ToActing(), cancellationToken);
        if (
            !(
                request.FromOutside
                    ? await reports.TakeAsync(request.DraftId, viewer, cancellationToken)
                    : await drafts.TakeAsync(request.DraftId, viewer, cancellationToken)
            )
        )
        {
            return await SentBeforeAsync(request.DraftId, viewer, cancellationToken);
        }

        Guid? raisedBy = request.FromOutside ? null : viewer.PersonId;
        var concern = new ConcernCase(request.Act, raisedBy, request.About, request.Facts, write.Today)
        {
            UnresolvedAt = request.PassesOver,
            Shut = request.Shut,
        };
        var answer = await rules.AskAsync(concern, cancellationToken);
        if (viewer.PersonId == request.About || !answer.MayGoOn(request.ReasonToGoOn))
        {
            return new RaiseConcernResult.Refused(answer);
        }

        if (answer.Doors.FirstOrDefault(door => !door.IsTalk && door.Key == request.Door) is not { } chosen)
        {
            return new RaiseConcernResult.OtherDoor(answer);
        }

        var register = await council.RegisterAsync(write.Today, cancellationToken);
        var matter = await OpenAsync(write, request, register, cancellationToken);
        await decisions.KeepAsync(write, matter, answer.Decision.ToKeep(answer.Read), cancellationToken);
        var raiser = await parties.PlaceAsync(write, matter, MatterParties.RaisedBy, viewer.PersonId, null, cancellationToken);
        await parties.PlaceAsync(write, matter, MatterParties.About, request.About, null, cancellationToken);
        audience.Give(
            write,
            matter,
            raiser.Token,
            [Parts.Matter, Parts.Content, Parts.Raiser, Parts.Dialogue],
            "Raised it.",
            Audience.SafeguardSource
        );
        await SayAsync(write, matter, request, cancellationToken);
        var course = new ConcernCourse
        {
            Act = request.Act,
            RaisedBy = raisedBy,
            About = request.About,
            RaisedOn = write.Today,
            HappenedOn = request.HappenedOn,
            Facts = request.Facts,
            AskedNotToHear = request.Shut,
            Shut = ConcernRules.ShutFrom(concern, register),
            Grounds = request.Grounds,
            Equality = request.Equality,
            PassedStages = request.PassesOver is { } passed ? [passed] : [],
            Consents = [.. ConcernConsent.All.Select(to => new ConcernConsent(to, request.Consents.Contains(to), write.At))],
        };
        course = await hearing.ToAsync(write, matter, course, chosen, "", cancellationToken);
        await courses.KeepAsync(matter, course, cancellationToken);
        await write.CommitAsync(cancellationToken);
        return new RaiseConcernResult.Raised(matter.Id, matter.Reference);
    }

    /// <summary>What came of a draft that is no longer there, for whoever may see it.</summary>
    public async Task<RaiseConcernResult> SentBeforeAsync(Guid draftId, Viewer viewer, CancellationToken cancellationToken)
    {
        var sent = await db
            .Matters.AsNoTracking()
            .VisibleTo(db, viewer, clock.GetUtcNow().UtcDateTime)
            .Where(matter => matter.Id == draftId && matter.Kind == Concern.MatterKind)
            .Select(matter => matter.Reference)
            .SingleOrDefaultAsync(cancellationToken);
        return sent is null ? new RaiseConcernResult.NoDraft() : new RaiseConcernResult.Raised(draftId, sent);
    }

    private async Task<Matter> OpenAsync(
        CouncilWrite write,
        RaiseConcernRequest request,
        CouncilRegister register,
        CancellationToken cancellationToken
    )
    {
        var matter = new Matter
        {
            Id = request.DraftId,
            Reference = PublicReference.New().Value,
            Kind = Concern.MatterKind,
            Class = ContentClass.Sealed,
            Capacity = Capacity.Council,
            Holder = Holder.Council,
            State = MatterState.Open,
            ReceivedOn = write.Today,
            OpenedAt = write.At,
            Version = 1,
        };
        var subject = await contents.AddTextAsync(
            matter.Id,
            Parts.Matter,
            ContentClass.Sealed,
            $"A concern about {register.NameOf(request.About)}",
            cancellationToken
        );
        matter.SubjectContentId = subject.Id;
        db.Matters.Add(matter);
        write.Record(
            "concern-raised",
            matter,
            Parts.Raiser,
            new JsonObject
            {
                ["reference"] = matter.Reference,
                ["act"] = request.Act,
                ["by"] = write.Acting.PersonId.ToString("D", CultureInfo.InvariantCulture),
                ["about"] = request.About.ToString("D", CultureInfo.InvariantCulture),
                ["grounds"] = new JsonArray([.. request.Grounds.Select(norm => (JsonNode)norm)]),
                ["facts"] = new JsonObject(request.Facts.Select(fact => KeyValuePair.Create(fact.Key, (JsonNode?)fact.Value))),
                ["passes-over"] = request.PassesOver,
                ["reason-to-pass-over"] = request.ReasonToPassOver,
                ["reason-to-go-on"] = request.ReasonToGoOn,
                ["asked-not-to-hear"] = new JsonArray([
                    .. request.Shut.Select(person => (JsonNode)person.ToString("D", CultureInfo.InvariantCulture)),
                ]),
                ["consents"] = new JsonArray([.. request.Consents.Select(to => (JsonNode)to)]),
            }
        );
        return matter;
    }

    private async Task SayAsync(CouncilWrite write, Matter matter, RaiseConcernRequest request, CancellationToken cancellationToken)
    {
        await messages.PostAsync(write, matter, ConcernMessage, Parts.Content, request.WhatHappened, request.Files, cancellationToken);
        await messages.PostAsync(write, matter, PutRightMessage, Parts.Content, request.PutRight, [], cancellationToken);
        if (request.ReporterName is { } name)
        {
            await messages.PostAsync(write, matter, Reporters.NameMessage, Parts.Raiser, name, [], cancellationToken);
        }

        foreach (var reason in new[] { request.ReasonToPassOver, request.ReasonToGoOn }.OfType<string>())
        {
            await messages.PostAsync(write, matter, ReasonMessage, Parts.Content, reason, [], cancellationToken);
        }
    }
}
