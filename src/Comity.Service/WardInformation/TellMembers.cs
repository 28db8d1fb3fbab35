using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Search;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.WardInformation;

/// <summary>What an officer tells members unasked, as the form has it.</summary>
public sealed record TellMembersRequest
{
    public NewsKind? Kind { get; init; }
    public string? Title { get; init; }
    public string? Words { get; init; }
    public IReadOnlyList<IncomingFile> Files { get; init; } = [];
    public IReadOnlyList<Guid> Wards { get; init; } = [];
    public bool ForAllMembers { get; init; }
    public Guid? PortfolioOfficeId { get; init; }
    public DateOnly? HappensOn { get; init; }
    public TimeOnly? HappensAt { get; init; }
    public string? Place { get; init; }
    public bool Invites { get; init; }
    public DateOnly? CurrentUntil { get; init; }

    /// <summary>Why the officer goes on although the protocol says "should not".</summary>
    public string? Reason { get; init; }
}

/// <summary>
/// Said once, it reaches every member whom it concerns: each is a line on the record, sees it on their own page and is told by email that it is there. Only
/// they see it, whoever wrote it and whoever manages that officer.
/// </summary>
public sealed class TellMembers(
    ComityDb db,
    CouncilWrites writes,
    NewsRules rules,
    CouncilOnDate council,
    Messages messages,
    Decisions decisions,
    MatterParties parties,
    Audience audience,
    NewsReach reach
)
{
    /// <summary>How long it is current where nobody says: Comity's own habit.</summary>
    public const int UsualDays = 60;

    /// <summary>The longest that anything may stand as current: a year.</summary>
    public const int MostDays = 366;

    public async Task<NewsResult> ExecuteAsync(TellMembersRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!NewsRules.MayTell(viewer))
        {
            return new NewsResult.NotThere();
        }

        await using var write = await writes.BeginAsync(viewer.ToActing(), cancellationToken);
        var (result, _) = await WriteAsync(write, request, viewer, cancellationToken);
        if (result is NewsResult.Told)
        {
            await write.CommitAsync(cancellationToken);
        }

        return result;
    }

    /// <summary>The same within a change that does more; its matter is null where nothing was told.</summary>
    internal async Task<(NewsResult Result, Matter? Matter)> WriteAsync(
        CouncilWrite write,
        TellMembersRequest request,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var register = await council.RegisterAsync(write.Today, cancellationToken);
        var errors = await CheckAsync(request, write.Today, cancellationToken);
        if (errors.Any)
        {
            return (Refused(errors), null);
        }

        var kind = request.Kind!;
        var answer = await rules.AskAsync(kind, request.PortfolioOfficeId is not null, request.Invites, write.Today, cancellationToken);
        if (answer.Barring is { } barring)
        {
            errors.Add(nameof(request.Kind), NewsReach.Why(barring));
        }
        else if (answer.NeedsReason)
        {
            errors.Text(request.Reason, nameof(request.Reason), "The protocol advises against it. Enter why you go on", 1000);
        }

        var author = register.OfficesOf(viewer.PersonId, write.Today).FirstOrDefault(held => viewer.OfficeIds.Contains(held.OfficeId));
        var (news, matter) = New(request, kind, write);
        var recipients = await rules.RecipientsAsync(news, request.Wards, answer, write.Today, cancellationToken);
        errors.When(
            recipients.Count == 0,
            nameof(request.Wards),
            "Choose for whom it is. Nobody represents what you have chosen today, so nobody would be told"
        );
        if (errors.Any || author is null)
        {
            return (Refused(errors), null);
        }

        db.AddRange(matter, news);
        write.Record(
            "news-told",
            matter,
            Parts.Content,
            new JsonObject
            {
                ["reference"] = matter.Reference,
                ["kind"] = kind.Key,
                ["title"] = matter.Subject,
                ["wards"] = new JsonArray([.. request.Wards.Select(ward => (JsonNode)$"{ward:D}")]),
                ["all-members"] = news.ForAllMembers,
                ["portfolio"] = news.PortfolioOfficeId?.ToString("D", CultureInfo.InvariantCulture),
                ["invites"] = news.Invites,
                ["happens"] = request.HappensOn?.Iso(),
                ["current-until"] = news.CurrentUntil.Iso(),
                ["reason-to-go-on"] = request.Reason?.Trim(),
            }
        );
        foreach (var decision in answer.ToKeep)
        {
            await decisions.KeepAsync(write, matter, decision, cancellationToken);
        }

        var writer = await parties.PlaceAsync(write, matter, News.WrittenBy, viewer.PersonId, author.OfficeId, cancellationToken);
        audience.Give(write, matter, writer.Token, [Parts.Matter, Parts.Content], "Wrote it.", Audience.SafeguardSource);
        await reach.ManagersAsync(write, matter, author.OfficeId, cancellationToken);
        SearchText.Add(db, matter, Parts.Matter, contentId: null, matter.Subject!);
        var message = await messages.PostAsync(
            write,
            matter,
            News.MatterKind,
            Parts.Content,
            request.Words!.Trim(),
            request.Files,
            cancellationToken
        );
        db.Add(
            new NewsVersion
            {
                Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
                NewsId = news.Id,
                Number = 1,
                Title = matter.Subject!,
                MessageId = message.Id,
                HappensOn = request.HappensOn,
                HappensAt = request.HappensAt,
                Place = request.Place?.Trim(),
                WrittenAt = write.At,
            }
        );
        await reach.TellAsync(write, matter, news, recipients, cancellationToken);
        return (new NewsResult.Told(matter.Reference), matter);
    }

    private static (News News, Matter Matter) New(TellMembersRequest request, NewsKind kind, CouncilWrite write)
    {
        var matter = new Matter
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
            Reference = PublicReference.New().Value,
            Kind = News.MatterKind,
            Class = ContentClass.Indexed,
            Subject = request.Title!.Trim(),
            Capacity = Capacity.Council,
            Holder = Holder.Council,
            // Nobody owes anything in it: it is said, and done.
            State = MatterState.Closed,
            ClosedAt = write.At,
            WardId = request.Wards.Count == 1 ? request.Wards[0] : null,
            ReceivedOn = write.Today,
            OpenedAt = write.At,
            Version = 1,
        };
        var news = new News
        {
            Id = matter.Id,
            Kind = kind.Key,
            ForAllMembers = request.ForAllMembers,
            PortfolioOfficeId = request.PortfolioOfficeId,
            Invites = request.Invites,
            CurrentUntil = request.CurrentUntil ?? Later(request.HappensOn, write.Today.AddDays(UsualDays)),
        };
        foreach (var ward in request.Wards.Distinct())
        {
            news.Wards.Add(new NewsWard { NewsId = news.Id, WardId = ward });
        }

        return (news, matter);
    }

    private static DateOnly Later(DateOnly? one, DateOnly other) => one > other ? one.Value : other;

    private async Task<FieldErrors> CheckAsync(TellMembersRequest request, DateOnly today, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        errors.When(request.Kind is null, nameof(request.Kind), "Choose what it is about");
        NewsReach.Check(errors, request.Title, request.Words, request.HappensOn, request.HappensAt, request.Place);
        errors.When(request.HappensOn < today, nameof(request.HappensOn), "The day it happens must be today or later");
        errors.When(
            request.Invites && request.HappensOn is null,
            nameof(request.HappensOn),
            "Enter the day it happens: members cannot come to something without a day"
        );
        errors.When(
            request.CurrentUntil < today || request.CurrentUntil < request.HappensOn || request.CurrentUntil > today.AddDays(MostDays),
            nameof(request.CurrentUntil),
            "The last day must not be before today or before the day it happens, and at most a year from now"
        );
        var wards = await db
            .Wards.AsNoTracking()
            .Where(ward => ward.From <= today && (ward.Until == null || ward.Until >= today))
            .Select(ward => ward.Id)
            .ToListAsync(cancellationToken);
        errors.When(request.Wards.Except(wards).Any(), nameof(request.Wards), "Choose wards of the council from the list");
        errors.When(
            request.PortfolioOfficeId is { } portfolio
                && (await reach.PortfoliosAsync(today, cancellationToken)).All(held => held.OfficeId != portfolio),
            nameof(request.PortfolioOfficeId),
            "Choose a member of the executive from the list"
        );
        return errors;
    }

    private static NewsResult.Refused Refused(FieldErrors errors) => new(((RegisterChange.Refused)errors.Refused).Errors);
}
