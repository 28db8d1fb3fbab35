using Comity.Protocols;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Requests;

/// <summary>What has been asked, put to the protocol once more: as the matter stands on a day, with what its asker had said of it.</summary>
public sealed class EnquiryCases(
    ComityDb db,
    CouncilOnDate council,
    Library library,
    WhomItConcerns whom,
    MatterParties parties,
    ContentStore contents
)
{
    private const string Scope = "enquiry-scope";
    private const string OneConstituent = "constituent-case";

    /// <param name="kind">As what it is put: the matter's own kind, or another.</param>
    public async Task<EnquiryCase> OfAsync(Matter matter, EnquiryKind kind, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(kind);
        var vocabulary = (await library.OnAsync(on, cancellationToken)).Vocabulary;
        var asked = await AskedAsync(matter, vocabulary, cancellationToken);
        var before = asked?.Build();
        var facts = before?.Facts ?? new Dictionary<string, string>();
        var service = kind.OfService ? await ServiceAsync(matter, on, cancellationToken) : null;
        var concerned = await whom.OfAsync(matter, cancellationToken);
        return new EnquiryCase(
            kind,
            service,
            service is null,
            concerned.AskerId,
            facts.TryGetValue(Scope, out var scope) && scope == OneConstituent,
            matter.ReceivedOn,
            // What follows from how it is sent is worked out anew.
            facts
                .Where(fact => fact is not { Key: Scope, Value: OneConstituent } && fact.Key != Asking.ThroughManager)
                .ToDictionary(fact => fact.Key, fact => fact.Value, StringComparer.Ordinal),
            await whom.SituationAsync(matter, cancellationToken)
        )
        {
            Capacity = matter.Capacity,
            WardId = matter.WardId,
            Sealed = matter.Class == ContentClass.Sealed,
            Authority = AuthorityOf(before),
            On = on,
        };
    }

    private static Authority AuthorityOf(Situation? asked) =>
        asked is null ? Authority.Own
        : asked.By.Contains("council") ? new Authority(Requests.AuthorityOf.Council)
        : asked.By.Contains("committee") ? new Authority(Requests.AuthorityOf.Committee)
        : asked.Facts.GetValueOrDefault(Authority.GivenFact) == "yes" ? Authority.FoundBefore
        : Authority.Own;

    /// <summary>The row of a sealed matter does not say of which service it is: it stays in the service that has it.</summary>
    private async Task<Guid?> ServiceAsync(Matter matter, DateOnly on, CancellationToken cancellationToken)
    {
        if (matter.Class == ContentClass.Indexed)
        {
            return matter.ServiceAreaId;
        }

        var answering = await parties.AnsweringAsync(matter, cancellationToken);
        var register = await council.RegisterAsync(on, cancellationToken);
        return answering?.OfficeId is { } office ? register.HeldIn(office, on).Select(held => held.ServiceAreaId).FirstOrDefault() : null;
    }

    /// <summary>What was put to the protocol when it was asked, as it was put; null where that was erased.</summary>
    public async Task<SituationBuilder?> AskedAsync(Matter matter, Vocabulary vocabulary, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var kind = EnquiryKind.Find(matter.Kind) ?? EnquiryKind.Enquiry;
        var kept = await db
            .Decisions.AsNoTracking()
            .Where(taken => taken.MatterId == matter.Id)
            .OrderBy(taken => taken.TakenAt)
            .ThenBy(taken => taken.Id)
            .Select(taken => taken.SituationContentId)
            .ToListAsync(cancellationToken);
        foreach (var content in kept)
        {
            if (
                await contents.ReadTextAsync(content, cancellationToken) is { } text
                && Situation.Parse(new SourceText("situation", text), vocabulary) is var asked
                && asked.BuildOrNull() is { } situation
                && (situation.Act == kind.Act || (kind.Act == Asking.Task && situation.Act == Asking.Instruction))
            )
            {
                return asked;
            }
        }

        return null;
    }
}
