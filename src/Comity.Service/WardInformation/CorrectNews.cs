using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Search;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.WardInformation;

/// <summary>A further version of a piece of news, with what has changed in it.</summary>
public sealed record CorrectNewsRequest
{
    public required MatterAt At { get; init; }
    public string? Changed { get; init; }
    public string? Title { get; init; }
    public string? Words { get; init; }
    public IReadOnlyList<IncomingFile> Files { get; init; } = [];
    public DateOnly? HappensOn { get; init; }
    public TimeOnly? HappensAt { get; init; }
    public string? Place { get; init; }

    /// <summary>Until when it is current; as before where nobody says.</summary>
    public DateOnly? CurrentUntil { get; init; }
}

/// <summary>What was told is never altered: a correction is a version of its own, everybody who was told is told of it, and the earlier ones can be read.</summary>
public sealed class CorrectNews(ComityDb db, Enquiries enquiries, CouncilWrites writes, Messages messages, Notices notices)
{
    public const string MessageKind = "news-correction";

    /// <summary>Whoever holds the office in which it was written.</summary>
    public static bool MayCorrect(Standing standing, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(viewer);
        return standing.Matter.Kind == News.MatterKind
            && standing.Parties.Any(party => party.Place == News.WrittenBy && viewer.Tokens.Contains(party.Token));
    }

    public async Task<NewsResult> ExecuteAsync(CorrectNewsRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var standing = await enquiries.FindAsync(request.At.Reference, viewer, cancellationToken);
        if (standing is null || !MayCorrect(standing, viewer))
        {
            return new NewsResult.NotThere();
        }

        await using var write = await writes.BeginAsync(viewer.ToActing(), cancellationToken);
        var matter = await write.MatterAsync(standing.Matter.Id, request.At.Version, cancellationToken);
        var news = await db.News.Include(one => one.Versions).SingleAsync(one => one.Id == matter.Id, cancellationToken);
        var errors = new FieldErrors();
        NewsReach.Check(errors, request.Title, request.Words, request.HappensOn, request.HappensAt, request.Place);
        errors.Text(request.Changed, nameof(request.Changed), "Enter what has changed", 1000);
        errors.When(
            news.Invites && request.HappensOn is null,
            nameof(request.HappensOn),
            "Enter the day it happens: members cannot come to something without a day"
        );
        errors.When(
            request.CurrentUntil > write.Today.AddDays(TellMembers.MostDays),
            nameof(request.CurrentUntil),
            "The last day must be at most a year from now"
        );
        if (errors.Any)
        {
            return new NewsResult.Refused(((RegisterChange.Refused)errors.Refused).Errors);
        }

        if (matter.Subject != request.Title!.Trim())
        {
            matter.Subject = request.Title.Trim();
            SearchText.Add(db, matter, Parts.Matter, contentId: null, matter.Subject);
        }

        news.CurrentUntil = request.CurrentUntil ?? (request.HappensOn > news.CurrentUntil ? request.HappensOn.Value : news.CurrentUntil);
        var message = await messages.PostAsync(
            write,
            matter,
            MessageKind,
            Parts.Content,
            request.Words!.Trim(),
            request.Files,
            cancellationToken
        );
        var version = new NewsVersion
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
            NewsId = news.Id,
            Number = news.Versions.Max(one => one.Number) + 1,
            Title = matter.Subject!,
            MessageId = message.Id,
            HappensOn = request.HappensOn,
            HappensAt = request.HappensAt,
            Place = request.Place?.Trim(),
            Changed = request.Changed!.Trim(),
            WrittenAt = write.At,
        };
        db.Add(version);
        write.Record(
            "news-corrected",
            matter,
            Parts.Content,
            new JsonObject
            {
                ["version"] = version.Number,
                ["title"] = version.Title,
                ["changed"] = version.Changed,
                ["happens"] = version.HappensOn?.Iso(),
                ["at"] = version.HappensAt?.ToString("HH:mm", CultureInfo.InvariantCulture),
                ["place"] = version.Place,
                ["current-until"] = news.CurrentUntil.Iso(),
            }
        );

        // Whoever has left the ward since is told nothing more.
        foreach (var told in await ToldNowAsync(matter, write.Today, cancellationToken))
        {
            await notices.TellAsync(write, told, matter, "News that you had has been corrected.", cancellationToken);
        }

        await write.CommitAsync(cancellationToken);
        return new NewsResult.Told(matter.Reference);
    }

    private async Task<IReadOnlyList<Guid>> ToldNowAsync(Matter matter, DateOnly today, CancellationToken cancellationToken)
    {
        var told = db.MatterParties.AsNoTracking().Where(party => party.MatterId == matter.Id && party.Place == News.Told);
        return await (
            from party in told
            join holding in db.Holdings.AsNoTracking()
                on new { Office = party.OfficeId, Person = party.PersonId } equals new
                {
                    Office = (Guid?)holding.OfficeId,
                    Person = (Guid?)holding.PersonId,
                }
            where holding.From <= today && (holding.Until == null || holding.Until >= today)
            select holding.PersonId
        )
            .Distinct()
            .ToListAsync(cancellationToken);
    }
}
