using System.Globalization;
using Comity.Protocols;
using Comity.Protocols.Language;
using Comity.Protocols.Vocabularies;
using Comity.Service.Arrangements;
using Comity.Service.Content;
using Comity.Service.Kept;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Requests;

/// <summary>
/// The one place where an enquiry meets the rules: it asks the protocol in force about acts of the vocabulary and reads the outcome. It decides
/// nothing itself and knows no council: what a protocol does not say, it does not say either.
/// </summary>
public sealed class EnquiryRules(
    CouncilNow now,
    Library library,
    CouncilOnDate council,
    EnquiryOwners owners,
    DutyClocks clocks,
    MatterParties parties
)
{
    /// <summary>The protocol's word for the answer that is owed on receipt.</summary>
    public const string ReplyDuty = "reply";

    /// <summary>The full answer that is still to come after an acknowledgement.</summary>
    public const string FullReplyDuty = "full-reply";

    /// <summary>The two answers that can be owed on an enquiry.</summary>
    public static readonly IReadOnlyList<string> Replies = [ReplyDuty, FullReplyDuty];

    /// <summary>All that whoever has an enquiry owes on it: the answers, and what an access law gives beside them.</summary>
    public static readonly IReadOnlyList<string> OwedByOwner =
    [
        ReplyDuty,
        FullReplyDuty,
        Information.StatutoryClock.Duty,
        DocumentsForScrutiny,
    ];

    /// <summary>The law's word for what the executive owes to a member who scrutinises it.</summary>
    public const string DocumentsForScrutiny = "documents-for-scrutiny";

    private const string ReplyAct = "reply";
    private const string ReceivedOn = "received-on";

    public async Task<EnquiryAnswer> MayAskAsync(EnquiryCase enquiry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(enquiry);
        var read = await library.OnAsync(enquiry.On, cancellationToken);
        var roles = await RolesAsync(read, enquiry.Kind, enquiry.MemberId, enquiry.On, cancellationToken);
        var calendars = await clocks.CalendarsAsync(read, enquiry.On, cancellationToken);
        var isChosen = enquiry.ServiceAreaId is not null || enquiry.NoService;
        var named = isChosen ? await owners.NamedAsync(enquiry, read, cancellationToken) : null;
        var delegation = await DelegationAsync(enquiry, cancellationToken);
        var isDelegated = delegation is not null || enquiry.Authority == Authority.FoundBefore;
        var asking = new Asking(read, enquiry, roles, named?.Office, isDelegated, calendars);
        var (decision, started) = asking.Decide(ReceivedOn);
        var reply = await ReplyOwedAsync(
            read,
            enquiry.Kind.Request,
            AmongAskers(enquiry.Kind, roles, read.Vocabulary),
            enquiry.ReceivedOn,
            enquiry.On,
            started.Dues,
            cancellationToken
        );
        var owner = isChosen ? await owners.FindAsync(enquiry, named, decision, read, cancellationToken) : EnquiryOwner.None;
        var contact = owner.Office is { Junior: true } junior
            ? await owners.JuniorAsync(enquiry, junior, asking.Contacting(), read, cancellationToken)
            : null;
        owner = contact is { Senior: { } senior, Norm: { } norm }
            ? owner with
            {
                Office = senior,
                Source = norm,
                Minute = null,
                CopiedTo = [],
            }
            : owner;
        return new EnquiryAnswer
        {
            IsEntitled = roles.Count > 0,
            Decision = decision,
            ReceivedOn = enquiry.ReceivedOn,
            Reply = reply.Answer,
            Owed = [.. reply.Owed, .. await OwedToScrutinyAsync(read, started, enquiry, cancellationToken)],
            TimeForReply = reply.Says,
            TermOfOffice = roles.Count > 0 ? ProtocolSays.Nothing : TermOfOffice(read, enquiry.On),
            ServiceName = owner.ServiceName,
            Owner = owner.Office,
            OwnerSource = owner.Source,
            OwnerMinute = owner.Minute,
            Keepers = isChosen && owner.Office is null ? await KeepersAsync(enquiry.On, cancellationToken) : [],
            CopiedTo = owner.CopiedTo,
            ReplyCopiedTo = enquiry is { WardId: { } ward, Capacity: Capacity.WardRepresentative, Sealed: false }
                ? await CopiesOfReplyAsync(read, enquiry.Kind, ward, enquiry.MemberId, enquiry.On, cancellationToken)
                : [],
            Authority = InWords(enquiry.Authority, delegation),
            Contact = contact,
            AskDecision = decision.ToKeep(read),
            ReplyDecision = reply.Decision,
        };
    }

    /// <summary>What is owed on an enquiry that came on a day.</summary>
    public async Task<ReplyOwed> ReplyOwedAsync(Matter matter, DateOnly receivedOn, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(matter);
        var read = await library.OnAsync(on, cancellationToken);
        var asker = await AskerOfAsync(matter, read.Vocabulary, on, cancellationToken);
        return await ReplyOwedAsync(read, KindOf(matter).Request, asker, receivedOn, on, [], cancellationToken);
    }

    /// <summary>What would be owed on something that a member asked on a day.</summary>
    public async Task<ReplyOwed> WouldBeOwedAsync(EnquiryKind kind, DateOnly receivedOn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var read = await library.OnAsync(receivedOn, cancellationToken);
        var asker = kind.Askers[0];
        var asking = Situation.In(read.Vocabulary).Act(kind.Act).By(asker).With(ReceivedOn, receivedOn).On(receivedOn);
        asking = kind.OfService ? asking.To("officer") : asking;
        var started = read.Protocol.Decide(asking.Build(), await clocks.CalendarsAsync(read, receivedOn, cancellationToken));
        return await ReplyOwedAsync(read, kind.Request, asker, receivedOn, receivedOn, started.Dues, cancellationToken);
    }

    /// <summary>Whether an acknowledgement counts, and what is owed after it: nothing with a date, unless the council has arranged one.</summary>
    public async Task<RuleAnswer> MayAcknowledgeAsync(Matter matter, bool explains, DateOnly on, CancellationToken cancellationToken)
    {
        var asked = await AskAsync(matter, on, cancellationToken);
        var decision = asked.Acknowledged(explains);
        var says = asked.OnAcknowledgement;
        var open = decision.Conditions.FirstOrDefault(condition => !condition.IsMet);
        var source = (open?.Citations ?? decision.DecidedBy).Select(citation => citation.Norm).FirstOrDefault() ?? Audience.SafeguardSource;
        var counts = decision.Outcome is Outcome.Permitted or Outcome.PermittedOnCondition or Outcome.Referred && open is null;
        var why = string.Join(' ', decision.Shows.Where(show => open?.Citations.Contains(show.Citation) ?? true).Select(show => show.Text));
        return new RuleAnswer(
            counts,
            why.Length > 0 ? why : "It does not count as it stands.",
            source,
            decision.ToKeep(asked.Read),
            says.IsSilent
                ? null
                : await clocks.CountSilentAsync(asked.Read, ArrangementKeys.ReplyAfterAcknowledgement, on, cancellationToken),
            says.IsSilent
        );
    }

    /// <summary>In which ways an abusive message can have come that the protocol lets go unanswered, by the words of the vocabulary.</summary>
    public async Task<IReadOnlyList<FactChoice>> AbuseChannelsAsync(Matter matter, DateOnly on, CancellationToken cancellationToken)
    {
        var asked = await AskAsync(matter, on, cancellationToken);
        return [.. asked.AbuseExceptions.Select(exception => exception.Channel)];
    }

    /// <summary>Whether a message may be left unanswered.</summary>
    /// <param name="channel">In which way it came; null where that is not said.</param>
    public async Task<RuleAnswer> MayLeaveUnansweredAsync(
        Matter matter,
        bool abusive,
        string? channel,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        var asked = await AskAsync(matter, on, cancellationToken);
        var let = abusive
            ? asked
                .AbuseExceptions.Where(exception => channel is null || exception.Channel.Name == channel)
                .Select(exception => exception.Decision)
                .FirstOrDefault()
            : null;
        var decision = let ?? asked.LeftUnanswered(abusive);
        var source =
            let is null ? decision.DecidedBy.Select(citation => citation.Norm).FirstOrDefault()
            : let.Stops.FirstOrDefault(stop => stop.Duty == ReplyDuty) is { } stops ? stops.Citations[0].Norm
            : ProtocolSays.Of(let, asked.LeftUnanswered(abusive: false)).Lines[0].Clause.Norm;
        var why = string.Join(' ', decision.Shows.Select(show => show.Text));
        return new RuleAnswer(
            let is not null,
            source is null || why.Length == 0
                ? "The protocol names no message that may be left unanswered, so this one is to be answered."
                : why,
            source ?? Audience.SafeguardSource,
            decision.ToKeep(asked.Read)
        );
    }

    /// <summary>The decision under which the member is told how it is going.</summary>
    public async Task<DecisionToKeep> ProgressAsync(Matter matter, DateOnly on, CancellationToken cancellationToken)
    {
        var asked = await AskAsync(matter, on, cancellationToken);
        return asked.Progressed.ToKeep(asked.Read);
    }

    /// <summary>The decision under which the member is told of a delay.</summary>
    public async Task<DecisionToKeep> DelayAsync(Matter matter, DateOnly on, CancellationToken cancellationToken)
    {
        var asked = await AskAsync(matter, on, cancellationToken);
        return asked.Delayed.ToKeep(asked.Read);
    }

    /// <summary>The norm under which the reply was owed.</summary>
    public async Task<string> ReplySourceAsync(Matter matter, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(matter);
        return (await ReplyOwedAsync(matter, matter.ReceivedOn, on, cancellationToken)).Owed.Select(owed => owed.Source).FirstOrDefault()
            ?? Audience.SafeguardSource;
    }

    /// <summary>The norm that wants the officer warned before a reply is overdue; Comity's own habit where the protocol wants no warning.</summary>
    public async Task<string> WarningSourceAsync(Matter matter, DateOnly dueOn, DateOnly on, CancellationToken cancellationToken)
    {
        var asked = await AskAsync(matter, on, cancellationToken);
        return asked
                .Of(("reply-due-on", Duties.Iso(dueOn)))
                .Dues.Where(due => due.Duty == "reply-warning")
                .Select(due => due.Citations[0].Norm)
                .FirstOrDefault()
            ?? Audience.SafeguardSource;
    }

    /// <summary>What the protocol in force says of answering this enquiry, for the pages on which it is answered.</summary>
    public async Task<RepliesUnderProtocol> SaysAsync(Matter matter, DateOnly on, CancellationToken cancellationToken)
    {
        var asked = await AskAsync(matter, on, cancellationToken);
        return new RepliesUnderProtocol(
            (await ReplyOwedAsync(matter, matter.ReceivedOn, on, cancellationToken)).Says,
            asked.OnAcknowledgement,
            ProtocolSays.Of(asked.Of(("after-acknowledgement", "yes"))),
            ProtocolSays.Of(asked.Delayed, asked.Of(("delay-expected", "no"))),
            asked.OnAbuse,
            ProtocolSays.Of(asked.Progressed, asked.Of(("matter-open", "no")))
        );
    }

    /// <summary>Who is copied in when a member is answered on a ward matter, as the protocol has it. What is sealed goes to nobody else.</summary>
    public async Task<IReadOnlyList<(HeldOffice Office, string Norm)>> CopiesOfReplyAsync(
        Matter matter,
        Guid memberId,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(matter);
        return matter is { WardId: { } ward, Capacity: Capacity.WardRepresentative, Class: ContentClass.Indexed }
            ? await CopiesOfReplyAsync(await library.OnAsync(on, cancellationToken), KindOf(matter), ward, memberId, on, cancellationToken)
            : [];
    }

    private async Task<IReadOnlyList<(HeldOffice Office, string Norm)>> CopiesOfReplyAsync(
        ReadTogether read,
        EnquiryKind kind,
        Guid wardId,
        Guid memberId,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        var copying = Situation
            .In(read.Vocabulary)
            .Act("copy-correspondence")
            .By("officer")
            .To("member")
            .With("message-about", "ward-matter")
            .On(on);
        copying = kind.Item is { } item ? copying.With("item", item) : copying;
        var decision = read.Protocol.Decide(copying.Build());
        var wanted = decision.Conditions.FirstOrDefault(condition =>
            condition is { Kind: RequirementKind.Copy, IsMet: false } && condition.Who!.Terms.Any(term => term.Role?.Text == "ward-members")
        );
        return wanted is null || decision.Outcome is Outcome.Forbidden
            ? []
            :
            [
                .. (await council.WardMembersAsync(wardId, on, cancellationToken))
                    .Where(member => member.PersonId != memberId)
                    .Select(member => (member, wanted.Citations[0].Norm)),
            ];
    }

    private async Task<IReadOnlyList<string>> RolesAsync(
        ReadTogether read,
        EnquiryKind kind,
        Guid askerId,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        var register = await council.RegisterAsync(on, cancellationToken);
        List<string> held = [.. register.OfficesOf(askerId, on).Select(office => office.Role).Where(IsAskers)];
        return held.Count == 0
            ? []
            : [.. held.Concat(register.PlacesOf(askerId, on).SelectMany(place => place.Roles).Where(IsAskers)).Distinct()];

        bool IsAskers(string role) => kind.Askers.Any(asker => read.Vocabulary.RoleIs(role, asker));
    }

    /// <summary>The power that a member relies on, if it is in the council's register on the day.</summary>
    private async Task<Delegation?> DelegationAsync(EnquiryCase enquiry, CancellationToken cancellationToken) =>
        enquiry is { Kind.IsWork: true, Authority: { Of: AuthorityOf.Delegation, DelegationId: { } id } }
            ? (await council.DelegationsOfAsync(enquiry.MemberId, enquiry.On, cancellationToken)).FirstOrDefault(given => given.Id == id)
            : null;

    private static string? InWords(Authority authority, Delegation? delegation) =>
        authority.Of switch
        {
            AuthorityOf.Delegation when delegation is not null =>
                $"By a power that the council has given: {delegation.Scope} ({delegation.Minute}).",
            AuthorityOf.Council => $"By a resolution of the council: {authority.Resolution}.",
            AuthorityOf.Committee => $"By a resolution of a committee: {authority.Resolution}.",
            _ => null,
        };

    private async Task<IReadOnlyList<HeldOffice>> KeepersAsync(DateOnly on, CancellationToken cancellationToken)
    {
        var held = council.HeldOffices(on).Where(office => RegisterRights.Keepers.Contains(office.Role));
        return [.. CouncilOnDate.Acting(await held.ToListAsync(cancellationToken)).DistinctBy(office => office.PersonId)];
    }

    /// <summary>Whether the protocol in force lets an abusive message about this enquiry go unanswered.</summary>
    public async Task<bool> LetsAbuseGoUnansweredAsync(Matter matter, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(matter);
        var facts = await now.GetAsync(cancellationToken);
        var kind = KindOf(matter);
        var asker = kind.IsForOfficersToo ? matter.Reference : kind.Request;
        var key = (nameof(Answering.OnAbuse), asker, matter.ReceivedOn, matter.State == MatterState.Acknowledged);
        var says = facts.Known<ProtocolSays>(on, key) ?? facts.Keep(on, key, (await AskAsync(matter, on, cancellationToken)).OnAbuse);
        return !says.IsSilent;
    }

    private async Task<ReplyOwed> ReplyOwedAsync(
        ReadTogether read,
        string request,
        string asker,
        DateOnly receivedOn,
        DateOnly on,
        IEnumerable<Protocols.Explanations.OwedDuty> alsoOwed,
        CancellationToken cancellationToken
    )
    {
        var situation = Situation
            .In(read.Vocabulary)
            .Act(ReplyAct)
            .By("officer")
            .To(asker)
            .With("request", request)
            .With(ReceivedOn, receivedOn)
            .On(on);
        var decision = read.Protocol.Decide(situation.Build(), await clocks.CalendarsAsync(read, on, cancellationToken));

        // The rule for answering what this is goes before a clock that asking sets going whatever is asked.
        var ownDues = decision.Dues.Where(due => due.Duty == ReplyDuty).ToList();
        var dues = (ownDues.Count > 0 ? ownDues : alsoOwed.Where(due => due.Duty == ReplyDuty))
            .DistinctBy(due => (due.Citations[0].Norm, due.Clock))
            .ToList();
        var owed = new List<OwedReply>();
        foreach (var due in dues)
        {
            Add(await clocks.CountNormAsync(read, due.Citations[0].Norm, due.Clock.Clock, on, cancellationToken));
        }

        // Where the protocol gives no number the council's own may: it never takes the place of one. An answer is owed all the same.
        if (owed.TrueForAll(reply => reply.Derived.Due is null))
        {
            var counted = await clocks.CountSilentAsync(read, ArrangementKeys.ReplyTime, on, cancellationToken);
            if (owed.Count == 0 || counted.Regime.Source != Audience.SafeguardSource)
            {
                Add(counted);
            }
        }

        // "Promptly" and a number of days are one duty: the earliest date that the rules give, or the one without a date where none gives any.
        var first = owed.Where(reply => reply.Derived.Due is not null).OrderBy(reply => reply.Derived.Due).FirstOrDefault() ?? owed[0];
        return new ReplyOwed(
            decision,
            [first],
            decision.ToKeep(read),
            ProtocolSays.Of(decision).Only([.. dues.SelectMany(due => due.Citations)])
        );

        void Add(CountedBy counted) =>
            owed.Add(new OwedReply(ReplyDuty, counted, counted.Open(receivedOn, "It reached the council.", "Comity").Derive()));
    }

    private static ProtocolSays TermOfOffice(ReadTogether read, DateOnly on)
    {
        var holding = read.Protocol.Decide(Situation.In(read.Vocabulary).Act("hold-role").By("member").On(on).Build());
        return ProtocolSays
            .Of(holding)
            .Only([.. holding.Registers.Where(kept => kept.Name == "term-of-office").SelectMany(kept => kept.Citations)]);
    }

    private static EnquiryKind KindOf(Matter matter) => EnquiryKind.Find(matter.Kind) ?? EnquiryKind.Enquiry;

    /// <summary>As whom somebody asks: a rule about answering members says nothing of answering officers.</summary>
    private static string AmongAskers(EnquiryKind kind, IReadOnlyCollection<string> roles, Vocabulary vocabulary) =>
        kind.Askers.FirstOrDefault(asker => roles.Any(role => vocabulary.RoleIs(role, asker))) ?? kind.Askers[0];

    private async Task<string> AskerOfAsync(Matter matter, Vocabulary vocabulary, DateOnly on, CancellationToken cancellationToken)
    {
        var kind = KindOf(matter);
        if (!kind.IsForOfficersToo || await parties.InAsync(matter, MatterParties.RaisedBy, cancellationToken) is not { } asker)
        {
            return kind.Askers[0];
        }

        var offices = await council.OfficesOfAsync(asker.PersonId, on, cancellationToken);
        return AmongAskers(kind, [.. offices.Select(office => office.Role)], vocabulary);
    }

    private async Task<Answering> AskAsync(Matter matter, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(matter);
        var read = await library.OnAsync(on, cancellationToken);
        var asker = await AskerOfAsync(matter, read.Vocabulary, on, cancellationToken);
        return new Answering(read, matter, asker, on, await clocks.CalendarsAsync(read, on, cancellationToken));
    }

    /// <summary>Questions about answering one matter on one day.</summary>
    private sealed class Answering(ReadTogether read, Matter matter, string asker, DateOnly on, CouncilCalendars calendars)
    {
        private const string Channel = "channel";

        public ReadTogether Read => read;

        public Decision Delayed =>
            Of(("delay-expected", "yes"), ("delay-foreseen-on", on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

        /// <summary>What an explained acknowledgement changes beside a full reply: where it changes nothing, the protocol says nothing of it.</summary>
        public ProtocolSays OnAcknowledgement => ProtocolSays.Of(Acknowledged(explains: true), Of(("reply-type", "full")));

        public Decision Progressed => Of(("matter-open", "yes"));

        /// <summary>The ways in which an abusive message can have come that the protocol lets go unanswered, each with its answer.</summary>
        public IEnumerable<(FactChoice Channel, Decision Decision)> AbuseExceptions =>
            read
                .Vocabulary.Facts[Channel]
                .Choices.Select(choice => (Channel: choice, Decision: LeftUnanswered(abusive: true, choice.Name)))
                .Where(exception =>
                    exception.Decision.Outcome is Outcome.Permitted
                    && (
                        exception.Decision.Stops.Any(stop => stop.Duty == ReplyDuty)
                        || (!OwesReply(exception.Decision) && OwesReply(LeftUnanswered(abusive: false, exception.Channel.Name)))
                    )
                );

        private static bool OwesReply(Decision decision) => decision.Dues.Any(due => due.Duty == ReplyDuty);

        public ProtocolSays OnAbuse =>
            AbuseExceptions
                .Select(exception => ProtocolSays.Of(exception.Decision, LeftUnanswered(abusive: false)))
                .DefaultIfEmpty(ProtocolSays.Nothing)
                .Aggregate(static (says, also) => says with { Lines = [.. says.Lines.Union(also.Lines)] });

        public Decision Acknowledged(bool explains) => Of(("reply-type", "acknowledgement"), ("explains-in-full", explains ? "yes" : "no"));

        public Decision LeftUnanswered(bool abusive, string channel = "online") =>
            Of(("reply-type", "none"), ("abusive-message", abusive ? "yes" : "no"), (Channel, channel));

        public Decision Of(params (string Fact, string Value)[] facts)
        {
            var situation = Situation
                .In(read.Vocabulary)
                .Act(ReplyAct)
                .By("officer")
                .To(asker)
                .With("request", KindOf(matter).Request)
                .With(ReceivedOn, matter.ReceivedOn)
                .With("after-acknowledgement", matter.State == MatterState.Acknowledged)
                .On(on);
            return read.Protocol.Decide(
                facts.Aggregate(situation, (builder, fact) => builder.With(fact.Fact, fact.Value)).Build(),
                calendars
            );
        }
    }

    /// <summary>What the law gives to a member who scrutinises the executive, beside the protocol's own time for an answer.</summary>
    private async Task<IReadOnlyList<OwedReply>> OwedToScrutinyAsync(
        ReadTogether read,
        Decision asked,
        EnquiryCase enquiry,
        CancellationToken cancellationToken
    )
    {
        var owed = new List<OwedReply>();
        foreach (var due in asked.Dues.Where(due => due.Duty == DocumentsForScrutiny))
        {
            var counted = await clocks.CountAsync(read, due.Citations[0].Norm, due.Clock.Clock, enquiry.On, cancellationToken);
            var derived = counted.Open(enquiry.ReceivedOn, "It reached the council.", "Comity").Derive();
            owed.Add(new OwedReply(due.Duty, counted, derived));
        }

        return owed;
    }
}
