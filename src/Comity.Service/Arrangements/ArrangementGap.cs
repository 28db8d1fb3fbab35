using Comity.Protocols;
using Comity.Protocols.Explanations;
using Comity.Protocols.Language;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Requests;

namespace Comity.Service.Arrangements;

/// <summary>The gap that an arrangement fills, as the protocol in force leaves it.</summary>
/// <param name="Clauses">The clauses beside it, which say as much as the protocol does say.</param>
/// <param name="Says">What the protocol's own file notes of its silence, where somebody has looked at it.</param>
/// <param name="Closed">Why there is none to fill: the protocol gives the time itself. Null where there is one.</param>
public sealed record ArrangementGap(IReadOnlyList<Clause> Clauses, string? Says, string? Closed)
{
    public static ArrangementGap Of(ReadTogether read, string key, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(key);
        if (key.StartsWith(ArrangementKeys.StandardPrefix, StringComparison.Ordinal))
        {
            return new(LeavingFigure(read.Protocol, key[ArrangementKeys.StandardPrefix.Length..]), null, null);
        }

        var reply = Replying(read, on);
        switch (key)
        {
            case ArrangementKeys.ReplyAfterAcknowledgement:
                var full = Replying(read, on, ("reply-type", "full"));
                var acknowledged = Replying(read, on, ("reply-type", "acknowledgement"), ("explains-in-full", "yes"));
                var after = Replying(read, on, ("after-acknowledgement", "yes"));
                return new(ClausesOf(read, ProtocolSays.Of(acknowledged, full).Lines.Select(line => line.Clause)), after.Gap?.Says, null);
            case ArrangementKeys.NextStep:
                var concern = read.Protocol.Decide(
                    Situation
                        .In(read.Vocabulary)
                        .Act("raise-concern")
                        .By("member")
                        .About("officer")
                        .With("protocol-breach", true)
                        .On(on)
                        .Build()
                );
                return new(ClausesOf(read, concern.Route.SelectMany(step => step.Citations)), null, null);
            case ArrangementKeys.ReminderBefore:
                var warned = Replying(read, on, ("reply-due-on", on.Iso()));
                return new(Timing(read, warned, EnquiryRules.ReplyDuty, "reply-warning"), null, null);
            case ArrangementKeys.MailKept:
                return new([], null, null);
            case ArrangementKeys.ReplyTime:
                return new(Timing(read, reply, EnquiryRules.ReplyDuty), null, GivenBy(read, on));
            default:
                return new(Timing(read, reply, EnquiryRules.ReplyDuty), null, null);
        }
    }

    private static IReadOnlyList<Clause> LeavingFigure(Protocol protocol, string standard) =>
        [
            .. protocol
                .Norms.Where(norm =>
                    norm.Rules.SelectMany(rule => rule.Effects).OfType<DueEffect>().Any(due => due.Clock.Clock.Standard == standard)
                )
                .Select(norm => norm.Clause)
                .DistinctBy(clause => clause.LastingId),
        ];

    private static IReadOnlyList<Clause> Timing(ReadTogether read, Decision decision, params string[] duties) =>
        ClausesOf(read, decision.Dues.Where(due => duties.Contains(due.Duty)).SelectMany(due => due.Citations));

    private static IReadOnlyList<Clause> ClausesOf(ReadTogether read, IEnumerable<Citation> citations)
    {
        var norms = citations.Where(citation => citation.Layer == Layer.Protocol).Select(citation => citation.Norm).ToHashSet();
        return [.. read.Protocol.Norms.Where(norm => norms.Contains(norm.Id)).Select(norm => norm.Clause).DistinctBy(one => one.LastingId)];
    }

    /// <summary>The clause that gives the time for a reply to every kind of enquiry, in words; null where one at least is left open.</summary>
    private static string? GivenBy(ReadTogether read, DateOnly on)
    {
        var times = EnquiryKind
            .All.Select(kind => kind.Request)
            .Distinct()
            .Select(request => Replying(read, on, ("request", request)))
            .Select(answer => answer.Dues.FirstOrDefault(due => due.Duty == EnquiryRules.ReplyDuty && due.Clock.HasNumber))
            .ToList();
        return times.TrueForAll(time => time is not null)
            ? $"An arrangement fills a gap, and there is none: {times[0]!.Citations[0].Clause} {times[0]!.Citations[0].Heading} gives the time ({times[0]!.Citations[0].Norm})"
            : null;
    }

    private static Decision Replying(ReadTogether read, DateOnly on, params (string Fact, string Value)[] facts)
    {
        var known = facts.ToDictionary(fact => fact.Fact, fact => fact.Value, StringComparer.Ordinal);
        known.TryAdd("request", EnquiryKind.Enquiry.Request);
        var situation = Situation.In(read.Vocabulary).Act("reply").By("officer").To("member").On(on);
        return read.Protocol.Decide(known.Aggregate(situation, (builder, fact) => builder.With(fact.Key, fact.Value)).Build());
    }
}
