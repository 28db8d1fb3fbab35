using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Search;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Requests;

/// <summary>What somebody asks, as it was checked on the page.</summary>
public sealed record AskOfficerRequest
{
    public required EnquiryKind Kind { get; init; }
    public required string Subject { get; init; }
    public required string Question { get; init; }

    /// <summary>Null where it belongs to no service that the member knows: it goes to the clerk.</summary>
    public Guid? ServiceAreaId { get; init; }
    public Guid? WardId { get; init; }
    public required Capacity Capacity { get; init; }

    /// <summary>About somebody's private circumstances: subject, words and parties are sealed.</summary>
    public bool Sealed { get; init; }

    public ConstituentDetails? Constituent { get; init; }
    public IReadOnlyList<IncomingFile> Files { get; init; } = [];

    /// <summary>
    /// The member who asks, another than the acting person when an officer logs it for them; of a kind that is for officers too, an officer who asks.
    /// </summary>
    public required Guid MemberId { get; init; }

    /// <summary>The day it reached the council; today unless somebody logs what came in earlier.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>Answers to the protocol's questions, by the fact's name.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>The draft that is sent, if it was written as one: it ends with the sending, and sent again gives the same matter.</summary>
    public Guid? DraftId { get; init; }

    /// <summary>What had been said in "May I …?" before it was asked; it goes with a question about the protocol.</summary>
    public AskedSituation? About { get; init; }

    /// <summary>By which right it is asked, where the member has said it.</summary>
    public RightToAsk? Right { get; init; }

    /// <summary>On whose authority, of work for an officer.</summary>
    public Authority Authority { get; init; } = Authority.Own;

    /// <summary>Why the member goes on although the protocol says "should not".</summary>
    public string? ReasonToGoOn { get; init; }
}

/// <summary>What became of it.</summary>
public abstract record AskOfficerResult
{
    private AskOfficerResult() { }

    public sealed record Asked(Guid MatterId, string Reference) : AskOfficerResult;

    /// <summary>The protocol says no, or says "should not" and no reason was given.</summary>
    public sealed record Refused(EnquiryAnswer Answer) : AskOfficerResult;

    /// <summary>Nobody in the council is named for this service, or nobody is its clerk where it names no service; somebody has to enter who.</summary>
    public sealed record NobodyToAsk(string Service) : AskOfficerResult;

    /// <summary>A resident's details may not go with it: why.</summary>
    public sealed record WithoutBasis(string Why) : AskOfficerResult;

    /// <summary>There is no such draft of this person's, and nothing of theirs came of one.</summary>
    public sealed record NoDraft : AskOfficerResult;

    /// <summary>The person holds no office today in which this may be asked: a member's rights end with the term.</summary>
    public sealed record NotEntitled(EnquiryAnswer Answer) : AskOfficerResult;
}

/// <summary>What somebody asks becomes a matter: an owner is named, a reply is owed by a date, and those who may see it are written down.</summary>
public sealed class AskOfficer(
    ComityDb db,
    CouncilWrites writes,
    Library library,
    EnquiryRules rules,
    Drafts drafts,
    Decisions decisions,
    MatterParties parties,
    Audience audience,
    Messages messages,
    Duties duties,
    ContentStore contents,
    ViewerTokens tokens,
    Notices notices,
    TimeProvider clock
)
{
    /// <summary>The kind of message with which a matter begins.</summary>
    public const string QuestionKind = "question";

    public async Task<AskOfficerResult> ExecuteAsync(AskOfficerRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        await using var write = await writes.BeginAsync(viewer.ToActing(), cancellationToken);
        if (request.DraftId is { } draft && !await drafts.TakeAsync(draft, viewer, cancellationToken))
        {
            return await SentBeforeAsync(draft, viewer, cancellationToken);
        }

        var received = request.ReceivedOn ?? write.Today;
        var answer = await rules.MayAskAsync(EnquiryCase.From(request, received), cancellationToken);
        if (!answer.IsEntitled || (request.MemberId != viewer.PersonId && !MayLogForAMember(viewer)))
        {
            return new AskOfficerResult.NotEntitled(answer);
        }

        if (!answer.MayGoOn(request.ReasonToGoOn))
        {
            return new AskOfficerResult.Refused(answer);
        }

        if (request.Constituent is { } details && ConstituentBasis.WhyNot(details, request.Capacity) is { } why)
        {
            return new AskOfficerResult.WithoutBasis(why);
        }

        if (answer.Owner is not { } owner)
        {
            return new AskOfficerResult.NobodyToAsk(answer.ServiceName);
        }

        var contentClass = request.Sealed ? ContentClass.Sealed : ContentClass.Indexed;
        var matter = new Matter
        {
            Id = request.DraftId ?? Guid.CreateVersion7(new DateTimeOffset(write.At)),
            Reference = PublicReference.New().Value,
            Kind = request.Kind.Key,
            Class = contentClass,
            Subject = request.Sealed ? null : request.Subject,
            Capacity = request.Capacity,
            Holder = request.Capacity == Capacity.Council ? Holder.Council : Holder.Member,
            State = MatterState.Open,
            WardId = request.Sealed ? null : request.WardId,
            ServiceAreaId = request.Sealed ? null : request.ServiceAreaId,
            ReceivedOn = received,
            OpenedAt = write.At,
            Version = 1,
        };
        db.Matters.Add(matter);
        write.Record(
            "matter-opened",
            matter,
            Parts.Content,
            new JsonObject
            {
                ["reference"] = matter.Reference,
                ["kind"] = matter.Kind,
                ["subject"] = request.Subject,
                ["capacity"] = matter.Capacity.ToString(),
                ["holder"] = matter.Holder.ToString(),
                ["received"] = Duties.Iso(received),
                ["member"] = request.MemberId.ToString("D", CultureInfo.InvariantCulture),
                ["owner"] = owner.OfficeId.ToString("D", CultureInfo.InvariantCulture),
                ["service"] = request.ServiceAreaId?.ToString("D", CultureInfo.InvariantCulture),
                ["ward"] = request.WardId?.ToString("D", CultureInfo.InvariantCulture),
                ["reason-to-go-on"] = request.ReasonToGoOn,
                ["authority"] = answer.Authority,
            }
        );

        await decisions.KeepAsync(write, matter, answer.AskDecision, cancellationToken);
        await decisions.KeepAsync(write, matter, answer.ReplyDecision, cancellationToken);
        if (answer.Contact is { } contact)
        {
            await decisions.KeepAsync(write, matter, contact.Keep, cancellationToken);
        }

        await PlacePeopleAsync(write, matter, request, owner, cancellationToken);
        if (request.Sealed)
        {
            var subject = await contents.AddTextAsync(matter.Id, Parts.Content, contentClass, request.Subject, cancellationToken);
            matter.SubjectContentId = subject.Id;
        }

        SearchText.Add(db, matter, Parts.Matter, contentId: null, request.Subject);
        if (request.About is { } about)
        {
            await KeepSituationAsync(write, matter, about, cancellationToken);
        }

        await messages.PostAsync(write, matter, QuestionKind, Parts.Content, request.Question, request.Files, cancellationToken);
        if (request.Right is { } right)
        {
            var words = RightsToAsk.InWords(right, answer.Decision);
            await messages.PostAsync(write, matter, RightToAsk.MessageKind, Parts.Content, words, [], cancellationToken);
        }

        if (answer.Authority is { } authority)
        {
            await messages.PostAsync(write, matter, Authority.MessageKind, Parts.Content, authority, [], cancellationToken);
        }

        if (request.Constituent is { } constituent)
        {
            await messages.PostAsync(write, matter, "constituent", Parts.Constituent, constituent.ToText(), [], cancellationToken);
        }

        foreach (var owed in answer.Owed)
        {
            duties.Owe(
                write,
                matter,
                owed.Duty,
                tokens.Office(owner.OfficeId, contentClass),
                tokens.Person(request.MemberId, contentClass),
                owed.CountedBy,
                received,
                "It reached the council."
            );
        }

        await notices.TellAsync(
            write,
            owner.PersonId,
            matter,
            request.Kind.IsForOfficersToo
                ? $"A {request.Kind.Noun} has come to you."
                : "A member has asked something that is yours to answer.",
            cancellationToken
        );
        await notices.TellAsync(
            write,
            request.MemberId,
            matter,
            $"Your {request.Kind.Noun} has been sent to {owner.PersonName}.",
            cancellationToken
        );
        foreach (var (copied, norm) in answer.CopiedTo)
        {
            var party = await parties.PlaceAsync(
                write,
                matter,
                MatterParties.CopiedIn,
                copied.PersonId,
                copied.OfficeId,
                cancellationToken
            );
            audience.Give(write, matter, party.Token, [Parts.Matter, Parts.Content], "Was copied in.", norm);
            await notices.TellAsync(
                write,
                copied.PersonId,
                matter,
                "You have been copied in on something a member has asked.",
                cancellationToken
            );
        }

        await write.CommitAsync(cancellationToken);
        return new AskOfficerResult.Asked(matter.Id, matter.Reference);
    }

    /// <summary>What came of a draft that is no longer there, for somebody who may see it: its matter, or nothing.</summary>
    public async Task<AskOfficerResult> SentBeforeAsync(Guid draftId, Viewer viewer, CancellationToken cancellationToken)
    {
        var sent = await db
            .Matters.AsNoTracking()
            .VisibleTo(db, viewer, clock.GetUtcNow().UtcDateTime)
            .Where(matter => matter.Id == draftId)
            .Select(matter => matter.Reference)
            .SingleOrDefaultAsync(cancellationToken);
        return sent is null ? new AskOfficerResult.NoDraft() : new AskOfficerResult.Asked(draftId, sent);
    }

    /// <summary>Whoever serves the council today may write down what a member said; a member speaks for nobody but themselves.</summary>
    public static bool MayLogForAMember(Viewer viewer) => viewer.OfficeIds.Count > 0 && !viewer.Holds("member");

    /// <summary>The situation goes with the question as its asker had it, and the answer of that day so that it can be given again.</summary>
    private async Task KeepSituationAsync(CouncilWrite write, Matter matter, AskedSituation about, CancellationToken cancellationToken)
    {
        await messages.PostAsync(write, matter, AskedSituation.MessageKind, Parts.Content, about.ToText(), [], cancellationToken);
        var read = await library.OnAsync(about.On, cancellationToken);
        if (AskedSituation.In(read.Vocabulary, about.Act, about.Answers).On(about.On).BuildOrNull() is { } situation)
        {
            await decisions.KeepAsync(write, matter, read.Protocol.Decide(situation).ToKeep(read), cancellationToken);
        }
    }

    private async Task PlacePeopleAsync(
        CouncilWrite write,
        Matter matter,
        AskOfficerRequest request,
        HeldOffice owner,
        CancellationToken cancellationToken
    )
    {
        var member = await parties.PlaceAsync(write, matter, MatterParties.RaisedBy, request.MemberId, null, cancellationToken);
        var officer = await parties.PlaceAsync(write, matter, MatterParties.Owner, owner.PersonId, owner.OfficeId, cancellationToken);
        audience.Give(write, matter, member.Token, [Parts.Matter, Parts.Content, Parts.Constituent], "Asked it.", Audience.SafeguardSource);
        audience.Give(
            write,
            matter,
            officer.Token,
            request.Constituent is null
                ? [Parts.Matter, Parts.Content, Parts.Notes]
                : [Parts.Matter, Parts.Content, Parts.Constituent, Parts.Notes],
            "Has it to answer.",
            Audience.SafeguardSource
        );
        if (write.Acting.PersonId != request.MemberId)
        {
            var logged = await parties.PlaceAsync(write, matter, MatterParties.LoggedBy, write.Acting.PersonId, null, cancellationToken);
            audience.Give(
                write,
                matter,
                logged.Token,
                [Parts.Matter, Parts.Content],
                "Logged it on the member’s behalf.",
                Audience.SafeguardSource
            );
        }
    }
}
