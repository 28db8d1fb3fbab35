using System.Collections.Frozen;
using Comity.Protocols;
using Comity.Protocols.Explanations;
using Comity.Protocols.Vocabularies;
using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;

namespace Comity.Service.Requests;

/// <summary>Something that would let an officer decline what was asked, by the protocol in force.</summary>
/// <param name="IsFinal">It must not be done; otherwise it should not.</param>
public sealed record ReasonToDecline(Fact Fact, FactChoice Choice, bool IsFinal, IReadOnlyList<Citation> Clauses, string Says)
{
    public string Key => $"{Fact.Name}={Choice.Name}";

    public string InWords => $"{Fact.Question} {Choice.Label}.";
}

/// <summary>
/// Finds why the officer to whom something came may decline it: each answer to each question of the vocabulary with which the protocol in force
/// would say "should not" or "must not" of what was asked, and does not say so without.
/// </summary>
public sealed class ReasonsToDecline(EnquiryCases cases, Library library, DutyClocks clocks)
{
    /// <summary>Facts of how it was sent, which the service works out itself, are nobody's reason.</summary>
    private static readonly FrozenSet<string> OfTheService = FrozenSet.Create(
        StringComparer.Ordinal,
        Asking.ThroughManager,
        Authority.GivenFact
    );

    public async Task<IReadOnlyList<ReasonToDecline>> OfAsync(Matter matter, DateOnly on, CancellationToken cancellationToken)
    {
        var read = await library.OnAsync(on, cancellationToken);
        if ((await cases.AskedAsync(matter, read.Vocabulary, cancellationToken))?.On(on) is not { } asked)
        {
            return [];
        }

        var calendars = await clocks.CalendarsAsync(read, on, cancellationToken);
        var before = read.Protocol.Decide(asked.Build(), calendars);
        var given = before.Situation.Facts;
        return
        [
            .. read
                .Vocabulary.Facts.Values.Where(fact => !OfTheService.Contains(fact.Name))
                .SelectMany(fact => fact.Choices.Select(choice => (Fact: fact, Choice: choice)))
                .Where(one => one.Choice.Name != one.Fact.Presumption && given.GetValueOrDefault(one.Fact.Name) != one.Choice.Name)
                .Select(one =>
                    (one.Fact, one.Choice, With: read.Protocol.Decide(asked.With(one.Fact.Name, one.Choice.Name).Build(), calendars))
                )
                .Where(one => Weight(one.With.Outcome) > Weight(before.Outcome))
                .Select(one => Reason(one.Fact, one.Choice, one.With)),
        ];
    }

    /// <summary>What the protocol says of it when these are so; null where nothing that was asked is kept.</summary>
    public async Task<(Decision Decision, DecisionToKeep Keep)?> DecideAsync(
        Matter matter,
        IEnumerable<ReasonToDecline> reasons,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        var read = await library.OnAsync(on, cancellationToken);
        if ((await cases.AskedAsync(matter, read.Vocabulary, cancellationToken))?.On(on) is not { } asked)
        {
            return null;
        }

        var situation = reasons.Aggregate(asked, (builder, reason) => builder.With(reason.Fact.Name, reason.Choice.Name));
        var decision = read.Protocol.Decide(situation.Build(), await clocks.CalendarsAsync(read, on, cancellationToken));
        return (decision, decision.ToKeep(read));
    }

    private static ReasonToDecline Reason(Fact fact, FactChoice choice, Decision decision) =>
        new(
            fact,
            choice,
            decision.Outcome == Outcome.Forbidden,
            decision.DecidedBy,
            string.Join(' ', decision.Shows.Where(show => decision.DecidedBy.Contains(show.Citation)).Select(show => show.Text))
        );

    private static int Weight(Outcome outcome) =>
        outcome switch
        {
            Outcome.Forbidden => 2,
            Outcome.ShouldNot => 1,
            _ => 0,
        };
}
