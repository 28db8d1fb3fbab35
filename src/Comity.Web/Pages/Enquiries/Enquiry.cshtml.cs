using Comity.Protocols.Calendars.Ledger;
using Comity.Service.Content;
using Comity.Service.Information;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Rulings;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Enquiries;

public class EnquiryModel(
    Comity.Service.Requests.Enquiries enquiries,
    EnquiryRules rules,
    DutyClocks clocks,
    ReplyLadder ladder,
    RoomsForWork rooms,
    ContentStore contents,
    MatterNames names,
    ReadLog reads,
    ComityDb db,
    CurrentViewer current
) : EnquiryPage(enquiries, current)
{
    private const string Gone = "Erased under data protection law or at the end of its retention. The record keeps its hash.";

    private RepliesUnderProtocol? _says;

    public string Subject { get; private set; } = "";
    public string AskedBy { get; private set; } = "";
    public string? LoggedBy { get; private set; }
    public string Owner { get; private set; } = "";
    public bool HasConstituent { get; private set; }
    public IReadOnlyList<DutyShown> Duties { get; private set; } = [];
    public IReadOnlyList<MessageShown> Said { get; private set; } = [];
    public IReadOnlyList<string> Audience { get; private set; } = [];
    public IReadOnlyList<(string Text, string Path)> Actions { get; private set; } = [];

    /// <summary>What had been said in "May I …?" before it was asked; null where nothing was.</summary>
    public AskedSituation? About { get; private set; }

    /// <summary>For whoever may: to say with it what the protocol means.</summary>
    public string? RulingPath =>
        Viewer.Holds("monitoring-officer") && MakeRuling.MayComeOf(Standing)
            ? Comity.Web.Pages.MayI.Said.RulingPath(About?.Act, About?.Answers ?? [], Matter.Reference)
            : null;

    /// <summary>The rulings that came of it, for whoever may read what is said in it.</summary>
    public IReadOnlyList<(int Number, string Title)> Rulings { get; private set; } = [];

    /// <summary>How far up a reply has gone that is overdue; null when none is.</summary>
    public LadderStanding? Ladder { get; private set; }

    public string StateInWords =>
        Matter.State switch
        {
            MatterState.Open => "Open",
            MatterState.Acknowledged => "Acknowledged",
            MatterState.Answered when Matter.FollowUpUntil is { } until => $"Answered; follow up until {until.InWords()}",
            MatterState.Answered => "Answered",
            _ => "Closed",
        };

    public virtual async Task<IActionResult> OnGetAsync()
    {
        var cancellationToken = HttpContext.RequestAborted;
        await LoadAsync(cancellationToken);
        if (OwnPages.Of(Matter) is { } own)
        {
            return LocalRedirect(own);
        }

        await ReadWordsAsync(cancellationToken);
        Rulings = await RulingsAsync(cancellationToken);
        Duties = await DutiesAsync(cancellationToken);
        Actions = EnquiryActions.For(
            Standing,
            Duties,
            Standing.IsOwner
                && Matter.State is MatterState.Open or MatterState.Acknowledged
                && await rules.LetsAbuseGoUnansweredAsync(Matter, Today, cancellationToken),
            Ladder?.Next is not null,
            ChangeKind.May(Standing, Viewer),
            Standing.IsOwner && RoomsForWork.MayBeAskedFor(Matter) && (await rooms.OfAsync(Matter, Today, cancellationToken)).IsOpen,
            Today
        );
        if (Matter.Class == ContentClass.Sealed)
        {
            await reads.NoteAsync(Matter, Parts.Content, Viewer, cancellationToken);
        }

        return Page();
    }

    private async Task ReadWordsAsync(CancellationToken cancellationToken)
    {
        var (said, grants, parties) = (Standing.Said, Standing.Grants, Standing.Parties);
        HasConstituent = Standing.HasConstituent;
        var named = await names.OfAsync(
            Matter,
            parties,
            [.. said.Select(message => message.AuthorToken), .. grants.Select(grant => grant.Token)],
            cancellationToken
        );
        var opened = await contents.ReadTextsAsync(
            [
                .. said.SelectMany(message => message.Files.Select(file => file.Name).Prepend(message.Words))
                    .Where(words => words.IsSealed)
                    .Select(words => words.ContentId),
                .. Matter.SubjectContentId is { } subject ? [subject] : Array.Empty<Guid>(),
            ],
            cancellationToken
        );

        Subject = Matter.Subject ?? Opened(Matter.SubjectContentId);
        AskedBy = InPlace(MatterParties.RaisedBy) ?? "";
        LoggedBy = InPlace(MatterParties.LoggedBy);
        Owner =
            InPlace(MatterParties.Owner)
            ?? (InPlace(MatterParties.NamesOwner) is { } keeper ? $"Nobody yet: {keeper} says who answers it" : "Nobody yet");
        About = said.FirstOrDefault(message => message.Kind == AskedSituation.MessageKind) is { } about
            ? AskedSituation.Read(Text(about.Words))
            : null;
        Said =
        [
            .. said.Where(message => message.Kind != AskedSituation.MessageKind)
                .Select(message => new MessageShown(
                    message.Kind,
                    named.Of(message.AuthorToken),
                    message.SentAt,
                    Text(message.Words),
                    [.. message.Files.Select(file => new FileShown(file.Id, Text(file.Name), file.Size))]
                )),
        ];
        Audience =
        [
            .. grants
                .GroupBy(grant => grant.Token)
                .Select(group =>
                    $"{named.Of(group.Key)}: {string.Join(", ", group.Select(grant => Parts.InWords(grant.Part)).Distinct())}. {group.First().Reason}"
                ),
        ];

        string Text(StoredWords words) => words.IsSealed ? Opened(words.ContentId) : words.Text ?? Gone;
        string Opened(Guid? id) => id is { } known && opened.TryGetValue(known, out var found) ? found.Text : Gone;
        string? InPlace(string place) =>
            parties.LastOrDefault(party => party.Place == place && party.EndedAt is null) is { } party ? named.Of(party) : null;
    }

    private async Task<IReadOnlyList<(int, string)>> RulingsAsync(CancellationToken cancellationToken)
    {
        if (Matter.Kind != EnquiryKind.ProtocolQuestion.Key || !Standing.MaySee(Parts.Content))
        {
            return [];
        }

        var id = Matter.Id;
        var rulings = await db
            .Rulings.AsNoTracking()
            .Where(ruling => ruling.MatterId == id)
            .OrderBy(ruling => ruling.Number)
            .Select(ruling => new { ruling.Number, ruling.Title })
            .ToListAsync(cancellationToken);
        return [.. rulings.Select(ruling => (ruling.Number, ruling.Title))];
    }

    private async Task<IReadOnlyList<DutyShown>> DutiesAsync(CancellationToken cancellationToken)
    {
        var duties = Standing.Duties;
        var shown = new List<DutyShown>(duties.Count);
        foreach (var duty in duties)
        {
            var (counted, state, working) = await clocks.StandingAsync(duty, Today, cancellationToken);
            var isPaused = state == LedgerState.Paused;
            if (duty.State == DutyState.Owed && duty.DueOn < Today && duty.Kind != MembersAnswer.Duty)
            {
                Ladder = await ladder.StandingAsync(Standing.Parties, duty, Today, cancellationToken);
            }

            shown.Add(
                new DutyShown(
                    duty.Kind,
                    duty.State,
                    duty.DueOn,
                    duty.Clock,
                    duty.Source,
                    working,
                    isPaused,
                    duty.State == DutyState.Owed && duty.DueOn < Today,
                    duty is { State: DutyState.Met, EndedAt: { } ended, DueOn: { } due } && LondonTime.DateOf(ended) > due,
                    counted.Regime.Find(AllowanceKind.Pause, CountedBy.WaitingForMember) is not null,
                    counted.Regime.Find(AllowanceKind.Extension, CountedBy.MoreTime) is not null,
                    counted.Regime.Find(AllowanceKind.Extension, CountedBy.AgreedWithMember) is not null,
                    duty is { State: DutyState.Owed, DueOn: null } && !isPaused
                        ? await WithoutDateAsync(duty, state, cancellationToken)
                        : null,
                    [.. duty.Ledger]
                )
            );
        }

        return shown;
    }

    private async Task<string> WithoutDateAsync(Duty duty, LedgerState state, CancellationToken cancellationToken)
    {
        if (state == LedgerState.AwaitingInformation)
        {
            return "The member has been asked what is meant. By this law nothing is owed until the answer comes; then its time begins again.";
        }

        if (duty.Kind == AskReview.Duty)
        {
            return "Neither the protocol nor the law gives a time for looking again, and the council has arranged none. It should still come promptly.";
        }

        if (duty.Kind == MembersAnswer.Duty)
        {
            return "The protocol names no number of days for it, and the council has stated none. It should still come promptly.";
        }

        var says = await SaysAsync(cancellationToken);
        var silence =
            duty.Kind == EnquiryRules.FullReplyDuty
                ? says.AfterAcknowledgement.Silence ?? "The protocol gives no date for a full reply after an acknowledgement."
            : says.Reply.IsSilent ? "The protocol gives no time for an answer."
            : "The protocol names no number of days for an answer.";
        return $"{silence} The council has arranged none. It should still come promptly.";
    }

    private async Task<RepliesUnderProtocol> SaysAsync(CancellationToken cancellationToken) =>
        _says ??= await rules.SaysAsync(Matter, Today, cancellationToken);
}
