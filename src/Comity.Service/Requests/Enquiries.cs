using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;

namespace Comity.Service.Requests;

/// <summary>Finds an enquiry for somebody who may see it. For everybody else there is none, whichever way they ask.</summary>
public sealed class Enquiries(ComityDb db, CouncilWrites writes, TimeProvider clock)
{
    /// <summary>The viewer's standing, or null where for this viewer there is no such matter.</summary>
    public async Task<Standing?> FindAsync(string? reference, Viewer viewer, CancellationToken cancellationToken)
    {
        // The query runs for a malformed reference too: a forged, a walled and a missing one take the same way.
        var wanted = PublicReference.TryParse(reference, out var parsed) ? parsed.Value : "";
        var at = clock.GetUtcNow().UtcDateTime;
        var queries = Compiled.Of(db, static context => new EnquiryQueries(context));
        if (await queries.ReadAsync(db, viewer.Tokens, at, wanted, cancellationToken) is not { } rows)
        {
            return null;
        }

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

    /// <summary>
    /// Does one act in an enquiry: takes it up for whoever stands to it as the act asks, does it, and commits it with its entries in the record. An act
    /// that is refused leaves nothing behind.
    /// </summary>
    /// <param name="act">Does it; gives why not, or null when it was done.</param>
    /// <exception cref="ChangedSinceOpenedException">It has changed since the person opened it.</exception>
    public async Task<EnquiryActResult> ActAsync(
        EnquiryAt at,
        Viewer viewer,
        Func<Standing, bool> may,
        Func<OpenedEnquiry, Task<EnquiryActResult.Refused?>> act,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(act);
        await using var opened = await OpenAsync(at, viewer, may, cancellationToken);
        if (opened is null)
        {
            return new EnquiryActResult.NotThere();
        }

        if (await act(opened) is { } refused)
        {
            return refused;
        }

        await opened.Write.CommitAsync(cancellationToken);
        return new EnquiryActResult.Done();
    }

    /// <summary>Takes it up for a change, when the viewer stands to it in the way the change asks for; null otherwise.</summary>
    /// <exception cref="ChangedSinceOpenedException">It has changed since the person opened it.</exception>
    private async Task<OpenedEnquiry?> OpenAsync(EnquiryAt at, Viewer viewer, Func<Standing, bool> may, CancellationToken cancellationToken)
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
}
