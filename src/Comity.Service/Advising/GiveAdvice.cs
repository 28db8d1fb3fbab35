using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Search;
using Comity.Service.Storage;

namespace Comity.Service.Advising;

/// <summary>Advice that an officer gives to members or to a body of the council without having been asked through the front door.</summary>
public sealed record GiveAdviceRequest
{
    public string? Subject { get; init; }
    public IReadOnlyList<Guid> MemberIds { get; init; } = [];

    /// <summary>A committee or another body: those who sit on it today.</summary>
    public Guid? BodyId { get; init; }
    public required AdviceWords Words { get; init; }
}

/// <summary>A matter of its own, which its author and those to whom it was given see, and nobody else.</summary>
public sealed class GiveAdvice(
    ComityDb db,
    CouncilWrites writes,
    CouncilOnDate council,
    AdviceWriting writing,
    AdviceInMatter inMatter,
    MatterParties parties,
    Audience audience,
    Notices notices
)
{
    public async Task<AdviceResult> ExecuteAsync(GiveAdviceRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!AdviceRules.MayAdvise(viewer))
        {
            return new AdviceResult.NotThere();
        }

        await using var write = await writes.BeginAsync(viewer.ToActing(), cancellationToken);
        var register = await council.RegisterAsync(write.Today, cancellationToken);
        var body = request.BodyId is { } id ? register.MembersOf(id, write.Today) : [];
        Guid[] readers = [.. request.MemberIds.Concat(body.Select(place => place.PersonId)).Distinct()];
        var (errors, answer) = await writing.CheckAsync(request.Words, isFirst: true, write.Today, cancellationToken);
        errors.Text(request.Subject, nameof(request.Subject), "Enter in a few words what it is about", 200);
        errors.When(
            readers.Length == 0
                || request.MemberIds.Except(register.MembersOn(write.Today).Select(held => held.PersonId)).Any()
                || (request.BodyId is not null && body.Count == 0),
            nameof(request.MemberIds),
            "Choose to whom you give it: members of the council today, or a body on which somebody sits"
        );
        if (errors.Any || answer is null)
        {
            return new AdviceResult.Refused(((RegisterChange.Refused)errors.Refused).Errors);
        }

        var matter = new Matter
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
            Reference = PublicReference.New().Value,
            Kind = PieceOfAdvice.MatterKind,
            Class = ContentClass.Indexed,
            Subject = request.Subject!.Trim(),
            Capacity = Capacity.Council,
            Holder = Holder.Council,
            // Nobody owes anything in it.
            State = MatterState.Closed,
            ClosedAt = write.At,
            ReceivedOn = write.Today,
            OpenedAt = write.At,
            Version = 1,
        };
        db.Add(matter);
        write.Record(
            "advice-given",
            matter,
            Parts.Content,
            new JsonObject
            {
                ["reference"] = matter.Reference,
                ["subject"] = matter.Subject,
                ["to"] = new JsonArray([.. readers.Select(reader => (JsonNode)$"{reader:D}")]),
                ["body"] = request.BodyId?.ToString("D", CultureInfo.InvariantCulture),
            }
        );
        SearchText.Add(db, matter, Parts.Matter, contentId: null, matter.Subject);
        var author = await parties.PlaceAsync(write, matter, PieceOfAdvice.GivenBy, viewer.PersonId, null, cancellationToken);
        audience.Give(
            write,
            matter,
            author.Token,
            [Parts.Matter, Parts.Content, Parts.Notes],
            "Gave the advice.",
            Audience.SafeguardSource
        );
        foreach (var reader in readers)
        {
            var party = await parties.PlaceAsync(write, matter, PieceOfAdvice.GivenTo, reader, null, cancellationToken);
            audience.Give(write, matter, party.Token, [Parts.Matter, Parts.Content], "Was given the advice.", Audience.SafeguardSource);
        }

        var advice = new PieceOfAdvice
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
            MatterId = matter.Id,
            Number = 1,
            AuthorToken = inMatter.TokenOf(viewer, matter),
            WrittenAt = write.At,
        };
        db.Add(advice);
        await writing.WriteAsync(write, matter, advice, 1, request.Words, answer, cancellationToken);
        foreach (var reader in readers)
        {
            await notices.TellAsync(write, reader, matter, "There is advice for you.", cancellationToken);
        }

        await write.CommitAsync(cancellationToken);
        return new AdviceResult.Written(matter.Reference, 1);
    }
}
