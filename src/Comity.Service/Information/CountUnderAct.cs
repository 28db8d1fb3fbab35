using Comity.Protocols;
using Comity.Protocols.Calendars.Ledger;
using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Requests;

namespace Comity.Service.Information;

/// <param name="Law">foia, eir or foisa, in the words of the vocabulary.</param>
public sealed record CountUnderActRequest(MatterAt At, string Law);

/// <summary>
/// The request counts as one under an access law as well: the member asks under it, or the officer says that it falls under it. What the law gives is owed beside what
/// the protocol gives, counted by its own calendar from the day on which the request arrived; a requester need not name the Act.
/// </summary>
public sealed class CountUnderAct(
    Enquiries enquiries,
    Library library,
    DutyClocks clocks,
    Decisions decisions,
    Duties duties,
    MatterParties parties,
    Messages messages,
    ViewerTokens tokens,
    EnquiryNotices notices
)
{
    /// <summary>What the law in force here says of a request under it.</summary>
    public async Task<(ReadTogether Read, Decision Decision)> SaysAsync(
        string law,
        DateOnly received,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        var read = await library.OnAsync(on, cancellationToken);
        var asking = Situation
            .In(read.Vocabulary)
            .Act("ask-information")
            .By("member")
            .With("basis", "foi")
            .With("access-law", law)
            .With("received-on", received)
            .On(on);
        return (read, read.Protocol.Decide(asking.Build(), await clocks.CalendarsAsync(read, on, cancellationToken)));
    }

    /// <summary>The access laws under which a request to this council can count.</summary>
    public async Task<IReadOnlyList<StatutoryRegime>> LawsAsync(DateOnly received, DateOnly on, CancellationToken cancellationToken)
    {
        var read = await library.OnAsync(on, cancellationToken);
        var laws = new List<StatutoryRegime>();
        foreach (var law in read.Vocabulary.Facts.TryGetValue("access-law", out var known) ? known.Choices : [])
        {
            if (
                StatutoryRegime.FromKey(law.Name) is { } regime
                && IsOwed(regime, (await SaysAsync(law.Name, received, on, cancellationToken)).Decision)
            )
            {
                laws.Add(regime);
            }
        }

        return laws;
    }

    public Task<ActResult> ExecuteAsync(CountUnderActRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => (standing.IsOwner || standing.IsAsker) && InformationItems.IsAskedIn(standing.Matter),
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                if (matter.State is not (MatterState.Open or MatterState.Acknowledged))
                {
                    return new("It has been answered.", Audience.SafeguardSource);
                }

                if ((await duties.OwedAsync(matter.Id, [StatutoryClock.Duty], cancellationToken)).Count > 0)
                {
                    return new("It counts under an access law already.", Audience.SafeguardSource);
                }

                var laws = await LawsAsync(matter.ReceivedOn, write.Today, cancellationToken);
                if (laws.FirstOrDefault(law => law.Key == request.Law) is not { } regime)
                {
                    return new("That law is not one under which this council answers.", Audience.SafeguardSource);
                }

                if (await parties.AnsweringAsync(matter, cancellationToken) is not { OfficeId: { } owner })
                {
                    return new("Nobody has it to answer yet.", Audience.SafeguardSource);
                }

                var (read, decision) = await SaysAsync(request.Law, matter.ReceivedOn, write.Today, cancellationToken);
                await decisions.KeepAsync(write, matter, decision.ToKeep(read), cancellationToken);
                var asker = await parties.InAsync(matter, MatterParties.RaisedBy, cancellationToken);
                var duty = duties.Owe(
                    write,
                    matter,
                    StatutoryClock.Duty,
                    tokens.Office(owner, matter.Class),
                    tokens.Person(asker!.PersonId, matter.Class),
                    new CountedBy(regime, read.Holidays, Closures: null),
                    matter.ReceivedOn,
                    "It reached the council."
                );
                await messages.PostAsync(
                    write,
                    matter,
                    "under-act",
                    Parts.Content,
                    $"This counts as a request under {regime.Name} too. What the protocol gives is owed all the same.",
                    [],
                    cancellationToken
                );
                await notices.TellOwnerAsync(write, matter, $"It is owed under {regime.Name}, too.", cancellationToken);
                await notices.TellMemberAsync(write, matter, $"It is owed to you under {regime.Name}, too.", cancellationToken);
                return duty.DueOn is null ? new("The date cannot be counted.", regime.Source) : null;
            },
            cancellationToken
        );

    /// <summary>The law in force here gives it, and no other nation's: of a Scottish council "the Act" is its own.</summary>
    private static bool IsOwed(StatutoryRegime regime, Decision decision) =>
        decision.Dues.Any(due =>
            due.Duty == StatutoryClock.Duty
            && due.Clock.HasNumber
            && due.Citations.Any(citation => citation.Norm.StartsWith(StatutoryClock.NormsOf(regime), StringComparison.Ordinal))
        );
}
