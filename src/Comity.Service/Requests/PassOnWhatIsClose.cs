using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Requests;

/// <summary>
/// Two people have been declared to be close: whatever one of them has asked, and lies open where the other one sits, goes to the next who may have it.
/// What is said of it is what is said of an office in which there is nobody, and the service itself does it: a declaration is sealed.
/// </summary>
public sealed class PassOnWhatIsClose(
    ComityDb db,
    CouncilOnDate council,
    EnquiryRules rules,
    EnquiryCases cases,
    KeptOut keptOut,
    WhomItConcerns whom,
    MatterParties parties,
    Audience audience,
    EnquiryHandover handover,
    ViewerTokens tokens
)
{
    /// <summary>In the write of the declaration, after what it says has been saved.</summary>
    internal async Task ExecuteAsync(CouncilWrite write, Guid person, Guid other, CancellationToken cancellationToken)
    {
        string[] askers =
        [
            .. new[] { person, other }.SelectMany(one => Enum.GetValues<ContentClass>().Select(kept => tokens.Person(one, kept))),
        ];
        string[] kinds = [.. EnquiryKind.All.Select(kind => kind.Key)];
        var open = await db
            .Matters.Where(matter => matter.State != MatterState.Closed && kinds.Contains(matter.Kind))
            .Where(matter =>
                db.MatterParties.Any(party =>
                    party.MatterId == matter.Id
                    && party.Place == MatterParties.RaisedBy
                    && party.EndedAt == null
                    && askers.Contains(party.Token)
                )
            )
            .OrderBy(matter => matter.OpenedAt)
            .ThenBy(matter => matter.Id)
            .ToListAsync(cancellationToken);
        foreach (var matter in open)
        {
            if (await TakeOutAsync(write, matter, cancellationToken))
            {
                matter.Version++;
            }
        }
    }

    private async Task<bool> TakeOutAsync(CouncilWrite write, Matter matter, CancellationToken cancellationToken)
    {
        var concerned = await whom.OfAsync(matter, cancellationToken);
        var answering = await parties.AnsweringAsync(matter, cancellationToken);
        var hasMoved = answering?.OfficeId is { } office && !await MayHaveAsync(office, concerned, write.Today, cancellationToken);
        if (hasMoved)
        {
            await PassOnAsync(write, matter, concerned, cancellationToken);
        }

        foreach (
            var above in await db
                .MatterParties.Where(party =>
                    party.MatterId == matter.Id && party.Place == MatterParties.Overseeing && party.EndedAt == null
                )
                .ToListAsync(cancellationToken)
        )
        {
            var identity = await parties.InAsync([above], MatterParties.Overseeing, cancellationToken);
            if (identity?.OfficeId is { } overseer && !await MayHaveAsync(overseer, concerned, write.Today, cancellationToken))
            {
                above.EndedAt = write.At;
                await audience.EndAsync(write, matter, above.Token, "It was passed to somebody else.", cancellationToken);
                hasMoved = true;
            }
        }

        return hasMoved;
    }

    /// <summary>An office in which there is nobody has nobody who is close to anybody.</summary>
    private async Task<bool> MayHaveAsync(Guid office, Concerned concerned, DateOnly on, CancellationToken cancellationToken)
    {
        var register = await council.RegisterAsync(on, cancellationToken);
        return !register.HeldIn(office, on).Any() || (await keptOut.LeaveAsync([office], concerned, on, cancellationToken)).Count > 0;
    }

    private async Task PassOnAsync(CouncilWrite write, Matter matter, Concerned concerned, CancellationToken cancellationToken)
    {
        var kind = EnquiryKind.Find(matter.Kind)!;
        var answer = await rules.MayAskAsync(await cases.OfAsync(matter, kind, write.Today, cancellationToken), cancellationToken);
        if (answer.Owner is { } next)
        {
            await handover.ToAsync(write, matter, next, KeptOut.NobodyThere, cancellationToken);
            return;
        }

        var keepers = await keptOut.LeaveAsync(
            [.. answer.Keepers.Select(keeper => keeper.OfficeId)],
            concerned,
            write.Today,
            cancellationToken
        );
        var first = keepers.OrderBy(keeper => RegisterRights.Keepers.ToList().IndexOf(keeper.Role)).FirstOrDefault();
        await handover.ToNobodyAsync(
            write,
            matter,
            [.. keepers.Where(keeper => keeper.OfficeId == first?.OfficeId)],
            KeptOut.NobodyThere,
            cancellationToken
        );
    }
}
