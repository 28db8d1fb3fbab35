using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Concerns.Watch;

/// <summary>
/// Looks through what has come into the record for acts against people who have raised a concern, by the person whom it is about or somebody who has declared to be close
/// to that person. A concern is watched over from the moment it was sent, and for as long as it is there: no protocol ends it (town 5 speaks of acts in the past, too).
/// </summary>
public sealed class WatchConcerns(
    ComityDb db,
    CouncilWrites writes,
    CouncilOnDate council,
    AdverseActs acts,
    ConcernCourses courses,
    LaterActOversight oversight,
    Messages messages,
    ViewerTokens tokens
)
{
    public const string Message = "later-act";

    private const int AtOnce = 200;

    /// <returns>How many acts were taken up.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var at = await LookedToAsync(cancellationToken);
        var end = await db.RecordHeads.AsNoTracking().Select(head => head.Size).SingleOrDefaultAsync(cancellationToken);
        var kinds = AdverseActs.RecordKinds;
        var taken = 0;
        while (at < end)
        {
            var lines = await db
                .RecordEntries.AsNoTracking()
                .Where(entry => entry.Sequence >= at && entry.Sequence < end && kinds.Contains(entry.Kind))
                .OrderBy(entry => entry.Sequence)
                .Take(AtOnce)
                .ToListAsync(cancellationToken);
            foreach (var line in lines)
            {
                taken += await LookAtAsync(line, cancellationToken);
            }

            // Only now: whoever is killed before this looks at the same lines again, and takes up none of them twice.
            at = lines.Count < AtOnce ? end : lines[^1].Sequence + 1;
            await KeepLookedToAsync(at, cancellationToken);
        }

        await KeepWatchedOverAsync(cancellationToken);
        return taken;
    }

    private async Task<int> LookAtAsync(RecordEntry line, CancellationToken cancellationToken)
    {
        if (await acts.ReadAsync(line, cancellationToken) is not { } done)
        {
            return 0;
        }

        var on = LondonTime.DateOf(line.At);
        var declared = await db
            .DeclaredRelationships.AsNoTracking()
            .Where(fact => fact.PersonToken == done.By || fact.OtherToken == done.By)
            .Where(fact => fact.From <= on && (fact.Until == null || fact.Until >= on))
            .ToListAsync(cancellationToken);
        List<string> watched = [done.By, .. declared.SelectMany(fact => new[] { fact.PersonToken, fact.OtherToken })];
        var against = done.Against.Where(token => token != done.By).ToList();
        var found = await (
            from about in db.MatterParties.AsNoTracking()
            where about.Place == MatterParties.About && watched.Contains(about.Token)
            join raised in db.MatterParties on about.MatterId equals raised.MatterId
            where raised.Place == MatterParties.RaisedBy && against.Contains(raised.Token)
            join concern in db.Concerns on about.MatterId equals concern.MatterId
            // What came before the concern was sent cannot come of it. The order of the record says which did, also within one instant.
            where
                concern.MatterId != line.MatterId
                && db.RecordEntries.Any(entry => entry.MatterId == concern.MatterId && entry.Sequence < line.Sequence)
            orderby concern.MatterId
            select new { concern.MatterId, about.Token }
        ).ToListAsync(cancellationToken);
        var taken = 0;
        foreach (var one in found)
        {
            var through =
                one.Token == done.By
                    ? []
                    : declared
                        .Where(fact => fact.PersonToken == one.Token || fact.OtherToken == one.Token)
                        .Select(fact => fact.MatterId)
                        .ToList();
            taken += await TakeUpAsync(one.MatterId, line, done, through, cancellationToken) ? 1 : 0;
        }

        return taken;
    }

    private async Task<bool> TakeUpAsync(
        Guid matterId,
        RecordEntry line,
        DoneTo done,
        List<Guid> through,
        CancellationToken cancellationToken
    )
    {
        db.ChangeTracker.Clear();
        await using var write = await writes.BeginAsync(Acting.Service, cancellationToken);
        var course = await courses.ReadAsync(matterId, cancellationToken);
        var by = through.Count == 0 ? course.About : await PersonOfAsync(done.By, cancellationToken);
        if (by is not { } doer || course.RaisedBy is not { } raiser || course.LaterActs.Any(act => act.Entry == line.Sequence))
        {
            return false;
        }

        var matter = await db.Matters.SingleAsync(row => row.Id == matterId, cancellationToken);
        var register = await council.RegisterAsync(write.Today, cancellationToken);
        var afterTold = course.ToldAt <= line.At;
        var act = new LaterAct(course.LaterActs.Count + 1, done.Act.Key, LondonTime.DateOf(line.At), write.At, Guid.Empty)
        {
            Entry = line.Sequence,
            By = doer,
            AfterTold = afterTold,
            Through = through,
        };
        var after = course with { LaterActs = [.. course.LaterActs, act] };
        if (through.Count > 0 && await oversight.FindAsync(after, write.Today, cancellationToken) is null)
        {
            // Nobody may be shown it who may know that the two are close: the wall of the declaration stands.
            return false;
        }

        matter.Version++;
        var message = await messages.PostAsync(
            write,
            matter,
            Message,
            Parts.LaterActs,
            InWords(act, register.NameOf(doer), register.NameOf(raiser), line.At),
            [],
            cancellationToken
        );
        write.Record(
            "later-act-seen",
            matter,
            Parts.LaterActs,
            new JsonObject
            {
                ["act"] = act.Kind,
                ["by"] = doer.ToString("D", CultureInfo.InvariantCulture),
                ["line"] = line.Sequence,
                ["after-told"] = afterTold,
            }
        );
        after = after with { LaterActs = [.. course.LaterActs, act with { MessageId = message.Id }] };
        await courses.KeepAsync(matter, await oversight.ShowAsync(write, matter, after, cancellationToken), cancellationToken);
        await write.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>What nobody has looked at yet stays with nobody who has left, or may look at it no longer.</summary>
    private async Task KeepWatchedOverAsync(CancellationToken cancellationToken)
    {
        var ids = await db
            .Concerns.AsNoTracking()
            .Where(concern => db.Messages.Any(message => message.MatterId == concern.MatterId && message.Part == Parts.LaterActs))
            .Select(concern => concern.MatterId)
            .ToListAsync(cancellationToken);
        foreach (var id in ids)
        {
            if (!await WantsSomebodyAsync(id, await courses.ReadAsync(id, cancellationToken), writes.Today, cancellationToken))
            {
                continue;
            }

            db.ChangeTracker.Clear();
            await using var write = await writes.BeginAsync(Acting.Service, cancellationToken);
            var course = await courses.ReadAsync(id, cancellationToken);
            if (!await WantsSomebodyAsync(id, course, write.Today, cancellationToken))
            {
                continue;
            }

            var matter = await db.Matters.SingleAsync(row => row.Id == id, cancellationToken);
            matter.Version++;
            await courses.KeepAsync(matter, await oversight.ShowAsync(write, matter, course, cancellationToken), cancellationToken);
            await write.CommitAsync(cancellationToken);
        }
    }

    private async Task<bool> WantsSomebodyAsync(Guid id, ConcernCourse course, DateOnly on, CancellationToken cancellationToken) =>
        course.LaterActs.Any(act => act.Look is null)
        && !await oversight.IsFitAsync(id, course, on, cancellationToken)
        && (course.Watcher is not null || await oversight.FindAsync(course, on, cancellationToken) is not null);

    private static string InWords(LaterAct act, string? by, string? to, DateTime at)
    {
        var what = AdverseAct.InWords(act.Kind, by ?? "Somebody who has left", to ?? "somebody who has left");
        var when = LondonTime.Local(at).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);
        return $"{what}: {when}. {(act.AfterTold ? "By then the person whom the concern is about had been told of it." : "By then the person whom the concern is about had not been told of it here.")}";
    }

    private async Task<Guid?> PersonOfAsync(string token, CancellationToken cancellationToken)
    {
        var people = await db.People.AsNoTracking().Select(person => person.Id).ToListAsync(cancellationToken);
        return people.Where(id => tokens.Person(id, ContentClass.Sealed) == token).Select(id => (Guid?)id).FirstOrDefault();
    }

    private async Task<long> LookedToAsync(CancellationToken cancellationToken) =>
        await db
            .ConcernWatches.AsNoTracking()
            .Where(row => row.Id == ConcernWatch.TheOne)
            .Select(row => row.LookedTo)
            .SingleOrDefaultAsync(cancellationToken);

    private async Task KeepLookedToAsync(long to, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var kept = await db
            .ConcernWatches.Where(row => row.Id == ConcernWatch.TheOne)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LookedTo, to), cancellationToken);
        if (kept == 0)
        {
            db.ConcernWatches.Add(new ConcernWatch { LookedTo = to });
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
