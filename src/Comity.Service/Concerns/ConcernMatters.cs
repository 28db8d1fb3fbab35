using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Concerns;

/// <summary>Finds a concern for somebody who may see it. For everybody else there is none, whichever way they ask.</summary>
public sealed class ConcernMatters(ComityDb db, ConcernCourses courses, ConcernRules rules, CouncilWrites writes, TimeProvider clock)
{
    public async Task<ConcernSeen?> FindAsync(string? reference, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);

        // The query runs for a malformed reference too: a forged, a walled and a missing one take the same way.
        var wanted = PublicReference.TryParse(reference, out var parsed) ? parsed.Value : "";
        var at = clock.GetUtcNow().UtcDateTime;
        var matter = await db
            .Matters.AsNoTracking()
            .VisibleTo(db, viewer, at)
            .SingleOrDefaultAsync(row => row.Reference == wanted && row.Kind == Concern.MatterKind, cancellationToken);
        if (matter is null)
        {
            return null;
        }

        var granted = await db
            .Grants.AsNoTracking()
            .HeldBy(matter.Id, viewer, at)
            .Select(grant => grant.Part)
            .ToListAsync(cancellationToken);
        var parties = await db
            .MatterParties.AsNoTracking()
            .Where(party => party.MatterId == matter.Id)
            .OrderBy(party => party.Since)
            .ThenBy(party => party.Id)
            .ToListAsync(cancellationToken);
        var places = parties
            .Where(party => party.EndedAt is null && viewer.Tokens.Contains(party.Token))
            .Select(party => party.Place)
            .ToHashSet();
        return new ConcernSeen(matter, await courses.ReadAsync(matter.Id, cancellationToken), granted.ToHashSet(), places)
        {
            Parties = parties,
        };
    }

    /// <summary>
    /// Does one act in a concern: takes it up for whoever stands to it as the act asks, does it, and commits it with its entries in the record. An act that is refused
    /// leaves nothing behind.
    /// </summary>
    /// <param name="act">Does it; gives why not, or null when it was done.</param>
    /// <param name="leaves">It is how somebody gives it up who hears it: that stays open to whoever may hear it no longer.</param>
    /// <exception cref="ChangedSinceOpenedException">It has changed since the person opened it.</exception>
    public async Task<ActResult> ActAsync(
        MatterAt at,
        Viewer viewer,
        Func<ConcernSeen, bool> may,
        Func<OpenedConcern, Task<ActResult.Refused?>> act,
        CancellationToken cancellationToken,
        bool leaves = false
    )
    {
        ArgumentNullException.ThrowIfNull(at);
        ArgumentNullException.ThrowIfNull(may);
        ArgumentNullException.ThrowIfNull(act);
        if (await FindAsync(at.Reference, viewer, cancellationToken) is not { } seen || !may(seen))
        {
            return new ActResult.NotThere();
        }

        await using var write = await writes.BeginAsync(viewer.ToActing(), cancellationToken);
        var matter = await write.MatterAsync(seen.Matter.Id, at.Version, cancellationToken);

        // The job takes it from them, but not in the instant in which somebody declares that they are close.
        if (
            !leaves
            && (seen.IsHearer || seen.SaysWhoHears || seen.IsMediator)
            && seen.IsOpen
            && !await rules.MayHearAsync(seen.Course.CaseOn(write.Today), viewer.PersonId, cancellationToken)
        )
        {
            return new ActResult.Refused(
                "You are a party to it, or close to one: it goes to somebody else. You can step aside at once.",
                Audience.SafeguardSource
            );
        }

        if (await act(new OpenedConcern(matter, seen, write)) is { } refused)
        {
            return refused;
        }

        await write.CommitAsync(cancellationToken);
        return new ActResult.Done();
    }
}
