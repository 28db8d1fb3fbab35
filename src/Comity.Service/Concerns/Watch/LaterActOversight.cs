using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Concerns.Watch;

/// <summary>
/// Puts what was done to whoever raised a concern before the Monitoring Officer, or the next who is no party to it, close to none and did none of it: one person at a time,
/// who learns that and not a word of what was said in the concern.
/// </summary>
public sealed class LaterActOversight(
    ComityDb db,
    ConcernRules rules,
    CouncilOnDate council,
    Viewers viewers,
    MatterParties parties,
    Audience audience,
    Notices notices,
    ViewerTokens tokens
)
{
    /// <summary>That somebody looks at later acts is Comity's own safeguard: no protocol in use asks for it.</summary>
    public const string Source = Audience.SafeguardSource;

    // Whoever hears the concern can read in its record that leave was given: it does not say that anything was done.
    private const string Reason = "Watches over the concern.";

    /// <summary>Whoever watches over it is told that there is something; where nobody does yet, or no longer may, somebody is placed first.</summary>
    public async Task<ConcernCourse> ShowAsync(CouncilWrite write, Matter matter, ConcernCourse course, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(course);
        if (!await IsFitAsync(matter.Id, course, write.Today, cancellationToken))
        {
            course = await HandOverAsync(write, matter, course, cancellationToken);
        }

        if (course.Watcher is { } watcher)
        {
            await notices.TellAsync(
                write,
                watcher.PersonId,
                matter,
                "There is something for you to look at in a concern.",
                cancellationToken
            );
        }

        return course;
    }

    /// <summary>Who would be shown all of it; null where there is nobody who may be.</summary>
    public async Task<Hearer?> FindAsync(ConcernCourse course, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(course);
        var concern = course.CaseOn(on);
        var found = await rules.OverseerAsync(concern with { Shut = [.. concern.Shut, .. Doers(course)] }, cancellationToken);
        return found is not null && await MaySeeWhyAsync(found.PersonId, course, on, cancellationToken) ? found : null;
    }

    /// <summary>Whether whoever watches over it still does and may: in the office, no party, and none of it their own doing.</summary>
    public async Task<bool> IsFitAsync(Guid matterId, ConcernCourse course, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(course);
        if (course.Watcher is not { } watcher || Doers(course).Contains(watcher.PersonId))
        {
            return false;
        }

        // Whoever also heard it, and hears it no longer, has lost with that all that they could see of it.
        var seat = tokens.Seat(watcher.PersonId, watcher.OfficeId);
        if (
            !await db.Grants.AnyAsync(
                grant => grant.MatterId == matterId && grant.Part == Parts.LaterActs && grant.Token == seat && grant.Until == null,
                cancellationToken
            )
        )
        {
            return false;
        }

        var register = await council.RegisterAsync(on, cancellationToken);
        return register.OfficesOf(watcher.PersonId, on).Any(held => held.OfficeId == watcher.OfficeId)
            && await rules.MayHearAsync(course.CaseOn(on), watcher.PersonId, cancellationToken)
            && await MaySeeWhyAsync(watcher.PersonId, course, on, cancellationToken);
    }

    private async Task<ConcernCourse> HandOverAsync(
        CouncilWrite write,
        Matter matter,
        ConcernCourse course,
        CancellationToken cancellationToken
    )
    {
        if (course.Watcher is { } old)
        {
            await parties.EndAsync(write, matter, MatterParties.WatchesOver, cancellationToken);
            var token = tokens.Seat(old.PersonId, old.OfficeId);
            await audience.EndAsync(write, matter, token, "Watches over it no longer.", cancellationToken, givenFor: Reason);
        }

        var next = await FindAsync(course, write.Today, cancellationToken);
        if (next is not null)
        {
            var party = await parties.PlaceAsync(
                write,
                matter,
                MatterParties.WatchesOver,
                next.PersonId,
                next.OfficeId,
                cancellationToken,
                inPerson: true
            );
            audience.Give(write, matter, party.Token, [Parts.Matter, Parts.LaterActs], Reason, Source);
        }

        return course with
        {
            Watcher = next,
        };
    }

    private static IEnumerable<Guid> Doers(ConcernCourse course) => course.LaterActs.Select(act => act.By).OfType<Guid>();

    /// <summary>That somebody close to the person is looked at tells that they are close: it is for those alone who may see what was declared.</summary>
    private async Task<bool> MaySeeWhyAsync(Guid person, ConcernCourse course, DateOnly on, CancellationToken cancellationToken)
    {
        var through = course.LaterActs.SelectMany(act => act.Through).Distinct().ToList();
        if (through.Count == 0)
        {
            return true;
        }

        var viewer = await viewers.OfAsync(person, on, cancellationToken);
        var seen = viewer.Tokens;
        var open = await db
            .Grants.AsNoTracking()
            .Where(grant =>
                through.Contains(grant.MatterId) && grant.Part == Parts.Content && grant.Until == null && seen.Contains(grant.Token)
            )
            .Select(grant => grant.MatterId)
            .Distinct()
            .CountAsync(cancellationToken);
        return open == through.Count;
    }
}
