using Comity.Service.Kept;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Storage;

namespace Comity.Service.Requests;

/// <summary>Finds an enquiry for somebody who may see it. For everybody else there is none, whichever way they ask.</summary>
public sealed class Enquiries(ComityDb db, CouncilNow now, Viewers viewers, CouncilWrites writes, TimeProvider clock)
{
    /// <summary>Who the person is on the day, and how they stand to the enquiry; no standing where for them there is no such matter.</summary>
    public async Task<(Viewer Viewer, Standing? Standing)> FindAsync(
        string? reference,
        Guid personId,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        // In most requests the council's facts are the same as in the one before: then the stamp that says so comes in one trip with the matter. What the wall
        // let through for an older stamp is not looked at.
        if (now.Supposed is { } facts)
        {
            var supposed = viewers.Of(facts, personId, on);
            var at = clock.GetUtcNow().UtcDateTime;
            var (stamp, matter) = await Queries.MatterAsync(db, supposed.Tokens, at, Wanted(reference), cancellationToken);
            if (stamp is not null && now.Confirm(facts, stamp))
            {
                return (supposed, await StandingAsync(matter, supposed, at, cancellationToken));
            }
        }

        var viewer = await viewers.OfAsync(personId, on, cancellationToken);
        return (viewer, await FindAsync(reference, viewer, cancellationToken));
    }

    /// <summary>The viewer's standing, or null where for this viewer there is no such matter.</summary>
    public async Task<Standing?> FindAsync(string? reference, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var at = clock.GetUtcNow().UtcDateTime;
        var (_, matter) = await Queries.MatterAsync(db, viewer.Tokens, at, Wanted(reference), cancellationToken);
        return await StandingAsync(matter, viewer, at, cancellationToken);
    }

    /// <summary>
    /// Does one act in an enquiry: takes it up for whoever stands to it as the act asks, does it, and commits it with its entries in the record. An act
    /// that is refused leaves nothing behind.
    /// </summary>
    /// <param name="act">Does it; gives why not, or null when it was done.</param>
    /// <exception cref="ChangedSinceOpenedException">It has changed since the person opened it.</exception>
    public async Task<ActResult> ActAsync(
        MatterAt at,
        Viewer viewer,
        Func<Standing, bool> may,
        Func<OpenedEnquiry, Task<ActResult.Refused?>> act,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(act);
        await using var opened = await OpenAsync(at, viewer, may, cancellationToken);
        if (opened is null)
        {
            return new ActResult.NotThere();
        }

        if (await act(opened) is { } refused)
        {
            return refused;
        }

        await opened.Write.CommitAsync(cancellationToken);
        return new ActResult.Done();
    }

    /// <summary>Takes it up for a change, when the viewer stands to it in the way the change asks for; null otherwise.</summary>
    /// <exception cref="ChangedSinceOpenedException">It has changed since the person opened it.</exception>
    private async Task<OpenedEnquiry?> OpenAsync(MatterAt at, Viewer viewer, Func<Standing, bool> may, CancellationToken cancellationToken)
    {
        if (await FindAsync(at.Reference, viewer, cancellationToken) is not { } standing || !may(standing))
        {
            return null;
        }

        var write = await writes.BeginAsync(viewer.ToActing(), cancellationToken);
        try
        {
            return new OpenedEnquiry(await write.MatterAsync(standing.Matter.Id, at.Version, cancellationToken), standing, write);
        }
        catch
        {
            await write.DisposeAsync();
            throw;
        }
    }

    private EnquiryQueries Queries => Compiled.Of(db, static context => new EnquiryQueries(context));

    // The query runs for a malformed reference too: a forged, a walled and a missing one take the same way.
    private static string Wanted(string? reference) => PublicReference.TryParse(reference, out var parsed) ? parsed.Value : "";

    private async Task<Standing?> StandingAsync(Matter? matter, Viewer viewer, DateTime at, CancellationToken cancellationToken)
    {
        if (matter is null)
        {
            return null;
        }

        var rows = await Queries.RestAsync(db, viewer.Tokens, at, matter, cancellationToken);
        var places = rows
            .Parties.Where(party => party.EndedAt is null && viewer.Tokens.Contains(party.Token))
            .Select(party => party.Place)
            .ToHashSet();
        return new Standing(
            rows.Matter,
            rows.Grants.Where(grant => grant.IsHeldBy(viewer.Tokens, at)).Select(grant => grant.Part).ToHashSet(),
            places.Contains(MatterParties.Owner),
            places.Contains(MatterParties.RaisedBy),
            places.Contains(MatterParties.LoggedBy)
        )
        {
            Grants = rows.Grants,
            Parties = rows.Parties,
            Said = rows.Said,
            HasConstituent = rows.HasConstituent,
            Duties = rows.Duties,
        };
    }
}
