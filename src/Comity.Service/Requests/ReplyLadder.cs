using System.Globalization;
using Comity.Protocols;
using Comity.Protocols.Explanations;
using Comity.Protocols.Language;
using Comity.Protocols.Routes;
using Comity.Service.Arrangements;
using Comity.Service.Kept;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Parties = Comity.Protocols.Routes.Parties;

namespace Comity.Service.Requests;

/// <summary>
/// The way up for a reply that is overdue: the steps that the protocol in force writes for a member's concern about an officer who has not kept
/// it. Where the protocol writes none there is one step, the line manager, and that one is Comity's own.
/// </summary>
public sealed class ReplyLadder(
    CouncilNow now,
    Library library,
    CouncilOnDate council,
    RouteHolders holders,
    KeptOut keptOut,
    MatterParties parties,
    DutyClocks clocks,
    ArrangementsInForce arrangements
)
{
    /// <summary>
    /// How far it has gone, and when it goes on by itself: the first step at once, each further one only after as many working days as the council has
    /// settled. No protocol gives a number, so without the council's the member takes it on.
    /// </summary>
    /// <param name="stand">Everybody who stands or stood in the matter, the earliest first.</param>
    public async Task<LadderStanding> StandingAsync(
        IReadOnlyList<MatterParty> stand,
        Duty duty,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(stand);
        ArgumentNullException.ThrowIfNull(duty);
        var steps = await OfAsync(stand, on, cancellationToken);
        var taken = Math.Max(duty.EscalationStep - TakeReplyFurther.Warned, 0);
        var next = steps.Skip(taken).FirstOrDefault(step => step.Officers.Count > 0);
        var between = await arrangements.FindAsync(ArrangementKeys.NextStep, on, cancellationToken);
        var nextOn =
            next is null ? null
            : taken == 0 ? on
            : between is null ? (DateOnly?)null
            : (await clocks.WorkingDaysAsync(on, cancellationToken)).AddWorkingDays(LastStepOn(stand, duty), between.Days());
        return new LadderStanding([.. steps.Take(taken).Where(step => step.Officers.Count > 0)], next, nextOn, between);
    }

    /// <summary>All the steps, for the persons of one enquiry on one day.</summary>
    public async Task<IReadOnlyList<LadderStep>> OfAsync(IReadOnlyList<MatterParty> stand, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stand);
        var owner = await parties.InAsync(stand, MatterParties.Owner, cancellationToken);
        var asker = await parties.InAsync(stand, MatterParties.RaisedBy, cancellationToken);
        if (owner?.OfficeId is not { } officeId || asker is null)
        {
            return [];
        }

        var facts = await now.GetAsync(cancellationToken);
        var key = (nameof(LadderStep), owner, asker);
        return facts.Known<IReadOnlyList<LadderStep>>(on, key)
            ?? facts.Keep(on, key, await OfAsync(owner, officeId, asker, on, cancellationToken));
    }

    // Follows from the register, the texts and the day alone.
    private async Task<IReadOnlyList<LadderStep>> OfAsync(
        PartyIdentity owner,
        Guid officeId,
        PartyIdentity asker,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        // The holder and whoever acts for the holder are both concerned: neither is asked about the reply that they owe.
        var register = await council.RegisterAsync(on, cancellationToken);
        var held = register.HeldIn(officeId, on).ToList();
        var owing = held.Select(one => one.PersonId).Append(owner.PersonId).Distinct().ToList();
        var read = await library.OnAsync(on, cancellationToken);
        var route = Route(read, held.Select(one => one.Role).FirstOrDefault(), on);
        if (route.Count == 0)
        {
            var line = register.LineManagersOfOffice(officeId, on);
            var managers = await keptOut.LeaveAsync(
                [.. line.Select(one => one.OfficeId)],
                new Concerned(asker.PersonId, []),
                on,
                cancellationToken
            );
            return [new LadderStep("line manager", Audience.SafeguardSource, [.. managers.Where(one => !owing.Contains(one.PersonId))])];
        }

        var concerned = new Parties([Id(asker.PersonId)], [], [.. owing.Select(Id)]);
        var answers = await holders.ForAsync(route.Select(step => step.Who), concerned, on, cancellationToken);
        var above = register.ManagementAbove([officeId], on);
        var steps = new List<LadderStep>(route.Count);

        // Whoever holds two of the steps hears of it once.
        var told = new HashSet<Guid>();
        foreach (var resolved in RouteResolver.Resolve(route, concerned, answers, on))
        {
            var officers = new List<HeldOffice>();
            foreach (var assigned in resolved.Assigned)
            {
                var person = Guid.ParseExact(assigned.Person, "N");
                var role = resolved.Step.Who.Terms.Select(term => term.Role?.Text).OfType<string>().ToList();
                var office = register
                    .OfficesOf(person, on)
                    .OrderByDescending(one => role.Exists(wanted => read.Vocabulary.RoleIs(one.Role, wanted)))
                    .ThenByDescending(one => above.Any(step => step.OfficeId == one.OfficeId))
                    .FirstOrDefault();
                if (office is not null && told.Add(person))
                {
                    officers.Add(office);
                }
            }

            steps.Add(new LadderStep(InWords(resolved.Step.Who, read.Vocabulary), resolved.Step.Citations[0].Norm, officers));
        }

        return steps;
    }

    private static DateOnly LastStepOn(IReadOnlyList<MatterParty> stand, Duty duty) =>
        stand.LastOrDefault(party => party.Place == MatterParties.Overseeing) is { } last
            ? LondonTime.DateOf(last.Since)
            : duty.DueOn!.Value;

    private static IReadOnlyList<RouteStep> Route(ReadTogether read, string? role, DateOnly on)
    {
        var concern = Situation
            .In(read.Vocabulary)
            .Act("raise-concern")
            .By("member")
            .About(role is not null && read.Vocabulary.RoleIs(role, "officer") ? role : "officer")
            .With("protocol-breach", true)
            .On(on);
        return read.Protocol.Decide(concern.Build()).Route;
    }

    private static string Id(Guid person) => person.ToString("N", CultureInfo.InvariantCulture);

    // "Line manager" stands inside a sentence; "Monitoring Officer" keeps its capitals.
    private static string InWords(Who who, Vocabulary vocabulary) =>
        string.Join(
            who.AnyOne ? " or " : " and ",
            who.Terms.Select(term =>
                    term.Role is { } role && vocabulary.Roles.TryGetValue(role.Text, out var found) ? found.Label : "person"
                )
                .Select(label => label.Skip(1).Any(char.IsUpper) ? label : char.ToLowerInvariant(label[0]) + label[1..])
        );
}
