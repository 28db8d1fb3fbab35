using Comity.Service.Content;
using Comity.Service.Kept;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Requests;

/// <param name="Chosen">Each with the version that the person saw.</param>
/// <param name="Reason">Kept on the record of each and shown to each member.</param>
public sealed record PassOnSeveralRequest(Guid FromOfficeId, IReadOnlyList<MatterAt> Chosen, Guid ToOfficeId, string Reason);

/// <summary>
/// Passes several enquiries from one office to another in one write, when an officer leaves or a service is rearranged. Each is passed on or is not, and it
/// is said of each; what goes over is what goes over when one is passed on.
/// </summary>
/// <remarks>
/// Who may pass on one may pass on several: whoever sees the officers' notes in it. Of an office in which nobody acts nobody sees them, and no answer would
/// ever come: then whoever keeps the register, and the chief officer of its service, may pass on what lies there. They are shown that it is there and
/// since when, and no word of it (a safeguard of Comity's own). A sealed matter is not even shown to them to be there.
/// </remarks>
public sealed class PassOnSeveral(
    ComityDb db,
    CouncilNow now,
    CouncilOnDate council,
    ReassignEnquiry reassign,
    WhomItConcerns whom,
    EnquiryHandover handover,
    CouncilWrites writes,
    ViewerTokens tokens
)
{
    /// <summary>More than these are passed on in a second go.</summary>
    public const int Most = 100;

    private static readonly string[] Places = [MatterParties.Owner, MatterParties.NamesOwner];

    /// <summary>Something that lies with an office.</summary>
    /// <param name="Subject">Null where the viewer may not read it, or it is sealed.</param>
    public sealed record Lying(
        Guid MatterId,
        string Reference,
        string Kind,
        string? Subject,
        DateOnly ReceivedOn,
        DateOnly? DueOn,
        int Version
    );

    /// <summary>What became of one that was chosen.</summary>
    /// <param name="WhyNot">Null where it was passed on.</param>
    public sealed record Outcome(string Reference, string? WhyNot);

    /// <summary>What lies with an office and this viewer may pass on, the soonest due first.</summary>
    public async Task<IReadOnlyList<Lying>> LyingWithAsync(Guid officeId, Viewer viewer, DateTime at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var on = LondonTime.DateOf(at);
        string[] office = [tokens.Office(officeId, ContentClass.Indexed), tokens.Office(officeId, ContentClass.Sealed)];
        string[] kinds = [.. EnquiryKind.All.Select(kind => kind.Key)];
        var lying = db
            .Matters.AsNoTracking()
            .Where(matter => matter.State != MatterState.Closed && kinds.Contains(matter.Kind))
            .Where(matter =>
                db.MatterParties.Any(party =>
                    party.MatterId == matter.Id && Places.Contains(party.Place) && party.EndedAt == null && office.Contains(party.Token)
                )
            );
        var held = viewer.Tokens;
        var seen = await Read(
                lying
                    .VisibleTo(db, viewer, at)
                    .Where(matter =>
                        db.Grants.Any(grant =>
                            grant.MatterId == matter.Id
                            && grant.Part == Parts.Notes
                            && held.Contains(grant.Token)
                            && grant.From <= at
                            && (grant.Until == null || grant.Until > at)
                        )
                    ),
                withSubject: true
            )
            .ToListAsync(cancellationToken);
        if (!await MayEmptyAsync(officeId, viewer, on, cancellationToken))
        {
            return seen;
        }

        var known = seen.Select(one => one.MatterId).ToHashSet();
        var unseen = await Read(lying.Where(matter => matter.Class == ContentClass.Indexed), withSubject: false)
            .ToListAsync(cancellationToken);
        foreach (var one in unseen.Where(one => !known.Contains(one.MatterId)))
        {
            if (!await IsCloseToAskerAsync(one.MatterId, viewer, on, cancellationToken))
            {
                seen.Add(one);
            }
        }

        return [.. seen.OrderBy(one => one.DueOn ?? DateOnly.MaxValue).ThenBy(one => one.Reference, StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(PassOnSeveralRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(viewer);
        await using var write = await writes.BeginAsync(viewer.ToActing(), cancellationToken);
        var lying = (await LyingWithAsync(request.FromOfficeId, viewer, write.At, cancellationToken)).ToDictionary(
            one => one.Reference,
            StringComparer.Ordinal
        );
        var outcomes = new List<Outcome>();
        foreach (var chosen in request.Chosen.DistinctBy(one => one.Reference).Take(Most))
        {
            outcomes.Add(
                new Outcome(
                    chosen.Reference,
                    lying.TryGetValue(chosen.Reference, out var one)
                        ? await PassOnAsync(write, one, chosen.Version, request, cancellationToken)
                        : "It does not lie there any longer."
                )
            );
        }

        await write.CommitAsync(cancellationToken);
        return outcomes;
    }

    private async Task<string?> PassOnAsync(
        CouncilWrite write,
        Lying one,
        int version,
        PassOnSeveralRequest request,
        CancellationToken cancellationToken
    )
    {
        if (one.Version != version)
        {
            return "It has changed since you opened the list. Look at it again.";
        }

        var seen = await db.Matters.AsNoTracking().SingleAsync(matter => matter.Id == one.MatterId, cancellationToken);
        var candidates = await reassign.CandidatesAsync(seen, write.Today, cancellationToken);
        if (
            request.ToOfficeId == request.FromOfficeId
            || candidates.FirstOrDefault(office => office.OfficeId == request.ToOfficeId) is not { } to
        )
        {
            // One sentence for every reason: a declared relationship is not to be read out of it.
            return KeptOut.NobodyThere;
        }

        var matter = await write.MatterAsync(one.MatterId, version, cancellationToken);
        await handover.ToAsync(write, matter, to, request.Reason, cancellationToken);

        // The next one is looked at as the database has it.
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    /// <summary>Whether nobody acts in the office, and this viewer may see to it that what lies there is answered.</summary>
    private async Task<bool> MayEmptyAsync(Guid officeId, Viewer viewer, DateOnly on, CancellationToken cancellationToken)
    {
        var register = (await now.GetAsync(cancellationToken)).Register;
        if (register.HeldIn(officeId, on).Any())
        {
            return false;
        }

        if (viewer.MayKeepRegister())
        {
            return true;
        }

        var service = await db
            .Offices.Where(office => office.Id == officeId)
            .Select(office => office.ServiceAreaId)
            .FirstOrDefaultAsync(cancellationToken);
        return service is { } id && await council.IsChiefOfficerOfAsync(viewer, id, on, cancellationToken);
    }

    /// <summary>Nobody decides where their own question goes, nor that of somebody to whom they are close.</summary>
    private async Task<bool> IsCloseToAskerAsync(Guid matterId, Viewer viewer, DateOnly on, CancellationToken cancellationToken)
    {
        var matter = await db.Matters.AsNoTracking().SingleAsync(row => row.Id == matterId, cancellationToken);
        var asker = (await whom.OfAsync(matter, cancellationToken)).AskerId;
        var register = (await now.GetAsync(cancellationToken)).Register;
        return asker == viewer.PersonId
            || register
                .CloseTo(tokens.Person(asker, ContentClass.Sealed), on)
                .Contains(tokens.Person(viewer.PersonId, ContentClass.Sealed));
    }

    private IQueryable<Lying> Read(IQueryable<Matter> matters, bool withSubject) =>
        matters
            .OrderBy(matter => matter.ReceivedOn)
            .ThenBy(matter => matter.Id)
            .Take(Most)
            .Select(matter => new Lying(
                matter.Id,
                matter.Reference,
                matter.Kind,
                withSubject ? matter.Subject : null,
                matter.ReceivedOn,
                db.Duties.Where(duty => duty.MatterId == matter.Id && duty.State == DutyState.Owed).Min(duty => duty.DueOn),
                matter.Version
            ));
}
