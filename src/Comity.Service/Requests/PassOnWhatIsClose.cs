using Comity.Protocols;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
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
    Library library,
    EnquiryRules rules,
    KeptOut keptOut,
    WhomItConcerns whom,
    MatterParties parties,
    Audience audience,
    ContentStore contents,
    EnquiryHandover handover,
    ViewerTokens tokens
)
{
    private const string Scope = "enquiry-scope";

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
            await PassOnAsync(write, matter, answering!.OfficeId!.Value, concerned, cancellationToken);
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

    private async Task PassOnAsync(CouncilWrite write, Matter matter, Guid office, Concerned concerned, CancellationToken cancellationToken)
    {
        var kind = EnquiryKind.Find(matter.Kind)!;
        var facts = await FactsAsync(matter, kind, write.Today, cancellationToken);

        // The row of a sealed matter does not say of which service it is: it stays in the service that has it.
        var register = await council.RegisterAsync(write.Today, cancellationToken);
        var service =
            !kind.OfService ? null
            : matter.Class == ContentClass.Indexed ? matter.ServiceAreaId
            : register.HeldIn(office, write.Today).Select(held => held.ServiceAreaId).FirstOrDefault();
        var answer = await rules.MayAskAsync(
            new EnquiryCase(
                kind,
                service,
                service is null,
                concerned.AskerId,
                facts.ContainsKey(Scope),
                write.Today,
                facts.Where(fact => fact.Key != Scope).ToDictionary(fact => fact.Key, fact => fact.Value, StringComparer.Ordinal),
                await whom.SituationAsync(matter, cancellationToken)
            )
            {
                Capacity = matter.Capacity,
            },
            cancellationToken
        );
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

    /// <summary>What the asker had told the protocol, which may bear on where it goes.</summary>
    private async Task<IReadOnlyDictionary<string, string>> FactsAsync(
        Matter matter,
        EnquiryKind kind,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        var vocabulary = (await library.OnAsync(on, cancellationToken)).Vocabulary;
        var kept = await db
            .Decisions.AsNoTracking()
            .Where(taken => taken.MatterId == matter.Id)
            .OrderBy(taken => taken.TakenAt)
            .Select(taken => taken.SituationContentId)
            .ToListAsync(cancellationToken);
        foreach (var content in kept)
        {
            if (
                await contents.ReadTextAsync(content, cancellationToken) is { } text
                && Situation.Parse(new SourceText("situation", text), vocabulary).BuildOrNull() is { } asked
                && asked.Act == kind.Act
            )
            {
                return asked.Facts;
            }
        }

        return new Dictionary<string, string>();
    }
}
