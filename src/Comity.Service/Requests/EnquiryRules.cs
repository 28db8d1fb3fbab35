using System.Globalization;
using Comity.Protocols;
using Comity.Protocols.Calendars;
using Comity.Protocols.Calendars.Ledger;
using Comity.Service.Arrangements;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Requests;

/// <summary>
/// The one place where an enquiry meets the rules: it puts the question to the protocol in force and turns the answer into an owner, duties and
/// dates. It decides nothing itself.
/// </summary>
public sealed class EnquiryRules(ComityDb db, Library library, CouncilOnDate council, EnquiryOwners owners)
{
    /// <summary>The protocol's word for the answer that is owed on receipt.</summary>
    public const string ReplyDuty = "reply";

    /// <summary>The full answer that is still to come after an acknowledgement.</summary>
    public const string FullReplyDuty = "full-reply";

    private const string ReplyAct = "reply";

    public async Task<EnquiryAnswer> MayAskAsync(EnquiryCase enquiry, CancellationToken cancellationToken)
    {
        var read = await library.OnAsync(enquiry.ReceivedOn, cancellationToken);
        var offices = await council.OfficesOfAsync(enquiry.MemberId, enquiry.ReceivedOn, cancellationToken);
        var roles = offices.Select(office => office.Role).Where(role => read.Vocabulary.RoleIs(role, "member")).Distinct().ToList();

        var asking = Situation.In(read.Vocabulary).Act(enquiry.Kind.Act).To("officer").On(enquiry.ReceivedOn);
        asking = roles.Count == 0 ? asking.By("former-member") : roles.Aggregate(asking, (builder, role) => builder.By(role));
        if (enquiry.Kind == EnquiryKind.ConstituentComplaint || enquiry.ForConstituent)
        {
            asking = asking.With("enquiry-scope", "constituent-case");
        }

        asking = enquiry.Facts.Aggregate(asking, (builder, fact) => builder.With(fact.Key, fact.Value));
        var calendars = await CalendarsAsync(read, cancellationToken);
        var decision = read.Protocol.Decide(asking.Build(), calendars);

        var reply = await ReplyOwedAsync(enquiry.Kind.Request, enquiry.ReceivedOn, enquiry.ReceivedOn, cancellationToken);
        var owner = enquiry.ServiceAreaId is { } service
            ? await owners.FindAsync(service, decision, read, enquiry.MemberId, enquiry.ReceivedOn, cancellationToken)
            : EnquiryOwner.None;
        return new EnquiryAnswer
        {
            IsMember = roles.Count > 0,
            Decision = decision,
            ReceivedOn = enquiry.ReceivedOn,
            Reply = reply.Answer,
            Owed = reply.Owed,
            ServiceName = owner.ServiceName,
            Owner = owner.Office,
            OwnerSource = owner.Source,
            CopiedTo = owner.CopiedTo,
            AskDecision = decision.ToKeep(read),
            ReplyDecision = reply.Decision,
        };
    }

    /// <summary>What is owed on an enquiry that came on a day.</summary>
    public async Task<ReplyOwed> ReplyOwedAsync(string request, DateOnly receivedOn, DateOnly on, CancellationToken cancellationToken)
    {
        var read = await library.OnAsync(on, cancellationToken);
        var situation = Situation
            .In(read.Vocabulary)
            .Act(ReplyAct)
            .By("officer")
            .To("member")
            .With("request", request)
            .With("received-on", receivedOn)
            .On(on);
        var decision = read.Protocol.Decide(situation.Build(), await CalendarsAsync(read, cancellationToken));
        var owed = new List<OwedReply>();
        foreach (var due in decision.Dues.Where(due => due.Duty == ReplyDuty))
        {
            var counted = await CountAsync(read, due.Citations[0].Norm, due.Clock.Clock, on, cancellationToken);
            owed.Add(new OwedReply(due.Duty, counted, counted.Open(receivedOn, "It reached the council.", "Comity").Derive()));
        }

        // "Promptly" and a number of days are one duty: the earliest date that the rules give, or the one without a date where none gives any.
        var first =
            owed.Where(reply => reply.Derived.Due is not null).OrderBy(reply => reply.Derived.Due).FirstOrDefault()
            ?? owed.FirstOrDefault();
        return new ReplyOwed(decision, first is null ? [] : [first], decision.ToKeep(read));
    }

    public Task<ReplyOwed> ReplyOwedAsync(Matter matter, DateOnly receivedOn, DateOnly on, CancellationToken cancellationToken) =>
        ReplyOwedAsync(EnquiryKind.Find(matter.Kind)?.Request ?? "enquiry", receivedOn, on, cancellationToken);

    /// <summary>Whether an acknowledgement counts, and what is owed after it: nothing with a date, unless the council has arranged one.</summary>
    public async Task<RuleAnswer> MayAcknowledgeAsync(Matter matter, bool explains, DateOnly on, CancellationToken cancellationToken)
    {
        var read = await library.OnAsync(on, cancellationToken);
        var decision = Decide(
            read,
            matter,
            on,
            await CalendarsAsync(read, cancellationToken),
            ("reply-type", "acknowledgement"),
            ("explains-in-full", explains ? "yes" : "no")
        );
        var open = decision.Conditions.FirstOrDefault(condition => !condition.IsMet);
        var source = (open?.Citations ?? decision.DecidedBy).Select(citation => citation.Norm).FirstOrDefault() ?? read.Protocol.Key;
        var counts = decision.Outcome is Outcome.Permitted or Outcome.PermittedOnCondition or Outcome.Referred && open is null;
        var why = string.Join(' ', decision.Shows.Where(show => open?.Citations.Contains(show.Citation) ?? true).Select(show => show.Text));
        return new RuleAnswer(counts, why, source, decision.ToKeep(read), await AfterAcknowledgementAsync(read, on, cancellationToken));
    }

    /// <summary>Whether a message may be left unanswered.</summary>
    public async Task<RuleAnswer> MayLeaveUnansweredAsync(Matter matter, bool abusive, DateOnly on, CancellationToken cancellationToken)
    {
        var read = await library.OnAsync(on, cancellationToken);
        var decision = Decide(
            read,
            matter,
            on,
            await CalendarsAsync(read, cancellationToken),
            ("reply-type", "none"),
            ("abusive-message", abusive ? "yes" : "no"),
            ("channel", "email")
        );
        var stops = decision.Stops.FirstOrDefault(stop => stop.Duty == ReplyDuty);
        var source = stops?.Citations[0].Norm ?? decision.DecidedBy.Select(citation => citation.Norm).FirstOrDefault() ?? read.Protocol.Key;
        var why = string.Join(' ', decision.Shows.Select(show => show.Text));
        return new RuleAnswer(stops is not null && decision.Outcome == Outcome.Permitted, why, source, decision.ToKeep(read));
    }

    /// <summary>The decision under which the member is told of a delay.</summary>
    public async Task<DecisionToKeep> DelayAsync(Matter matter, DateOnly on, CancellationToken cancellationToken)
    {
        var read = await library.OnAsync(on, cancellationToken);
        var foreseen = on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Decide(
                read,
                matter,
                on,
                await CalendarsAsync(read, cancellationToken),
                ("delay-expected", "yes"),
                ("delay-foreseen-on", foreseen)
            )
            .ToKeep(read);
    }

    /// <summary>The norm under which the reply was owed.</summary>
    public async Task<string> ReplySourceAsync(Matter matter, DateOnly on, CancellationToken cancellationToken) =>
        (await ReplyOwedAsync(matter, matter.ReceivedOn, on, cancellationToken)).Owed.Select(owed => owed.Source).FirstOrDefault()
        ?? Audience.SafeguardSource;

    /// <summary>The last day for a follow-up, where the council has arranged one.</summary>
    public async Task<DateOnly?> FollowUpUntilAsync(DateOnly on, CancellationToken cancellationToken)
    {
        if (await ArrangementAsync(ArrangementKeys.FollowUpWindow, on, cancellationToken) is not { } arrangement)
        {
            return null;
        }

        var read = await library.OnAsync(on, cancellationToken);
        var counted = await CountAsync(read, SourceOf(arrangement), Clock.WorkingDaysAfter(Number(arrangement)), on, cancellationToken);
        return counted.Open(on, "It was answered.", "Comity").Derive().Due;
    }

    /// <summary>Adds a line to the ledgers of what is owed in the matter, if the council's arrangements give it.</summary>
    /// <returns>Null when it was done.</returns>
    public async Task<EnquiryActResult.Refused?> MoveClocksAsync(
        CouncilWrite write,
        Matter matter,
        LedgerEntry line,
        Duties duties,
        CancellationToken cancellationToken
    )
    {
        var owed = await duties.OwedAsync(matter.Id, ReplyDuty, cancellationToken);
        owed.AddRange(await duties.OwedAsync(matter.Id, FullReplyDuty, cancellationToken));
        if (owed.Count == 0)
        {
            return new EnquiryActResult.Refused("Nothing is owed on it now.", Audience.SafeguardSource);
        }

        foreach (var duty in owed)
        {
            var counted = await CountAsync(duty, write.Today, cancellationToken);
            if (NotGiven(counted.Regime, line) is { } why)
            {
                return new EnquiryActResult.Refused(why, counted.Regime.Source);
            }

            if (duties.Move(write, matter, duty, counted, line) is { } refused)
            {
                return new EnquiryActResult.Refused(refused.Reason, refused.Source);
            }
        }

        return null;
    }

    /// <summary>Why the time limit cannot be moved at all, in an officer's words; null where the council has arranged that it can.</summary>
    private static string? NotGiven(Regime regime, LedgerEntry line) =>
        line switch
        {
            Paused paused when regime.Find(AllowanceKind.Pause, paused.Ground) is null =>
                "This time limit gives no pause, and the council has arranged none: the clock runs on.",
            ExtendedBy extended when regime.Find(AllowanceKind.Extension, extended.Ground) is null =>
                "This time limit gives no extension, and the council has arranged none: the date stays.",
            _ => null,
        };

    /// <summary>What a stored duty is counted by today.</summary>
    public async Task<CountedBy> CountAsync(Duty duty, DateOnly on, CancellationToken cancellationToken)
    {
        var read = await library.OnAsync(on, cancellationToken);
        var clock =
            Clock.TryParse(duty.Clock) ?? throw new InvalidOperationException($"The clock “{duty.Clock}” of a stored duty cannot be read.");
        return await CountAsync(read, duty.Source, clock, on, cancellationToken);
    }

    private static Decision Decide(
        ReadTogether read,
        Matter matter,
        DateOnly on,
        CouncilCalendars calendars,
        params (string Fact, string Value)[] facts
    )
    {
        var situation = Situation
            .In(read.Vocabulary)
            .Act(ReplyAct)
            .By("officer")
            .To("member")
            .With("request", EnquiryKind.Find(matter.Kind)?.Request ?? "enquiry")
            .With("received-on", matter.ReceivedOn)
            .With("after-acknowledgement", matter.State == MatterState.Acknowledged)
            .On(on);
        return read.Protocol.Decide(facts.Aggregate(situation, (builder, fact) => builder.With(fact.Fact, fact.Value)).Build(), calendars);
    }

    private async Task<CountedBy> AfterAcknowledgementAsync(ReadTogether read, DateOnly on, CancellationToken cancellationToken) =>
        await ArrangementAsync(ArrangementKeys.ReplyAfterAcknowledgement, on, cancellationToken) is { } arrangement
            ? await CountAsync(read, SourceOf(arrangement), Clock.WorkingDaysAfter(Number(arrangement)), on, cancellationToken)
            : await CountAsync(read, Audience.SafeguardSource, Clock.Promptly, on, cancellationToken);

    private async Task<CountedBy> CountAsync(
        ReadTogether read,
        string source,
        Clock clock,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        var regime = CouncilRegime.By(source, $"the time limit of {source}", clock, source, await NationAsync(cancellationToken));
        if (await ArrangementAsync(ArrangementKeys.PauseForMember, on, cancellationToken) is { Value: "yes" } pause)
        {
            regime = regime.WithArrangement(Allowance.ToPause(CountedBy.WaitingForMember, SourceOf(pause)));
        }

        if (
            await ArrangementAsync(ArrangementKeys.Extension, on, cancellationToken) is { } extension
            && clock.Kind == Protocols.Calendars.ClockKind.WorkingDaysAfter
        )
        {
            regime = regime.WithArrangement(
                Allowance.ToExtend(
                    CountedBy.MoreTime,
                    SourceOf(extension),
                    longestInAll: Clock.WorkingDaysAfter(clock.Count + Number(extension))
                )
            );
        }

        var closures = await ArrangementAsync(ArrangementKeys.ClosureDays, on, cancellationToken) is { } closed
            ? ClosureDays.By(
                SourceOf(closed),
                closed
                    .Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(day => new ClosureDay(
                        DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                        "the council is closed"
                    ))
            )
            : null;
        return new CountedBy(regime, read.Holidays, closures);
    }

    private async Task<CouncilCalendars> CalendarsAsync(ReadTogether read, CancellationToken cancellationToken)
    {
        return CouncilCalendars.Of(read.Holidays, await NationAsync(cancellationToken));
    }

    private async Task<Nation> NationAsync(CancellationToken cancellationToken)
    {
        var key = await db.Councils.AsNoTracking().Select(row => row.Nation).SingleAsync(cancellationToken);
        return Nations.FromKey(key) ?? throw new InvalidOperationException($"The council's nation “{key}” has no calendar.");
    }

    private async Task<Arrangement?> ArrangementAsync(string key, DateOnly on, CancellationToken cancellationToken) =>
        await db
            .Arrangements.AsNoTracking()
            .Where(row => row.Key == key && row.From <= on && (row.Until == null || row.Until >= on))
            .OrderByDescending(row => row.From)
            .FirstOrDefaultAsync(cancellationToken);

    private static string SourceOf(Arrangement arrangement) => $"arrangement: {arrangement.Minute}";

    private static int Number(Arrangement arrangement) => int.Parse(arrangement.Value, NumberStyles.None, CultureInfo.InvariantCulture);
}
