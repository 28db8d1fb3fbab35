using System.Globalization;
using Comity.Service.Advising;
using Comity.Service.Appointments;
using Comity.Service.Concerns.Hearing;
using Comity.Service.Concerns.Raising;
using Comity.Service.Concerns.Watch;
using Comity.Service.Information;
using Comity.Service.Mail;
using Comity.Service.Requests;
using Comity.Service.Rulings;

namespace Comity.Web.Pages.Enquiries;

/// <summary>Something that was said, as a page shows it.</summary>
public sealed record MessageShown(string Kind, string Author, DateTime At, string Text, IReadOnlyList<FileShown> Files)
{
    public string Heading =>
        Kind switch
        {
            "question" => "Asked",
            "acknowledgement" => "Acknowledged, with an explanation",
            "reply" => "Replied in full",
            "delay" => "Told of a delay",
            "progress" => "How it is going",
            FollowUpEnquiry.MessageKind => "Followed up",
            "reassignment" => "Passed on",
            "note" => "Note for officers",
            "no-reply" => "Left unanswered",
            PauseClock.MessageKind or MembersAnswer.Asked => "Asked the member something",
            "pause-answered" or MembersAnswer.Given => "Answered the officer",
            "extension" => "Put the date back",
            DeclineEnquiry.MessageKind => "Declined",
            RightToAsk.MessageKind => "By which right",
            Authority.MessageKind => "On whose authority",
            RoomForWork.RoomMessage => "Said that there is room for it",
            RoomForWork.ImpactMessage => "Wants to talk about what it would mean",
            RoomForWork.NoRoomMessage => "Said that there is no room for it",
            ChangeKind.MessageKind => "Changed what it is",
            Reporters.NameMessage => "Who it comes from",
            RaiseConcern.ConcernMessage => "What happened",
            RaiseConcern.PutRightMessage => "What would put it right",
            RaiseConcern.ReasonMessage => "Why it goes on all the same",
            TakeUpConcern.Message => "Took it up",
            StepAside.Message => "Stepped aside",
            WriteInConcern.Message => "Wrote",
            TellSubject.Message => "Told the person whom it is about",
            "told-raiser" => "The person has been told",
            AnswerConcern.Message => "Answered",
            RecordConsultation.Message => "Consulted",
            HearTogether.Message => "Hears it together",
            AskAnotherHearer.Message => "It was not taken up in time",
            BringInMediator.Message => "A mediator helps both sides",
            EndMediation.Message => "How the mediation went",
            LinkConcerns.Message => "Linked another concern",
            MoveConcernOn.Message => "Was not settled",
            MoveConcernOn.LawMessage => "A law demands that it becomes formal",
            ConcernOversight.Message => "Went on although the protocol says should not",
            DecideConcern.Message => "Outcome",
            AskConcernReview.Message => "Asked for another look",
            WatchConcerns.Message => "Was done afterwards, as the record has it",
            ReportLaterAct.Message => "Says that something was done because of it",
            LookAtLaterAct.Message => "Looked at it",
            CloseConcern.Withdrawn => "Withdrew it",
            CloseConcern.Closed => "Closed it",
            "merged" => "Merged into another",
            "unmerged" => "Goes on by itself again",
            "rating" => "Said of the answer",
            DecideHeldMail.MessageKind => "Added an email",
            ProposeDate.Proposed => "Proposed a later date",
            ProposeDate.Agreed => "Agreed to the later date",
            ProposeDate.Declined => "Did not agree: the date stays",
            "under-act" => "Counts under an access law, too",
            GiveFeesNotice.MessageKind => "A fee under the access law",
            RecordFeePaid.MessageKind => "The fee was paid",
            LapseUnpaidFees.MessageKind => "The fee was not paid in time",
            "clarification" => "Asked what is meant",
            "clarified" => "Said what is meant",
            "more-time" => "More time under the access law",
            "review" => "Looked at a decision again",
            AdviceWriting.MessageKind => "Gave advice and recommended",
            OfferTimes.MessageKind => "Offered times to meet",
            AgreeTime.MessageKind => "Agreed to a time",
            CallOff.MessageKind => "Called the meeting off",
            MakeRuling.MessageKind => "Said what the protocol means",
            _ => Kind,
        };
}

/// <summary>A file that came with it.</summary>
public sealed record FileShown(Guid Id, string Name, long Size)
{
    public string SizeInWords =>
        Size switch
        {
            < 1024 => string.Create(CultureInfo.InvariantCulture, $"{Size} bytes"),
            < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{Size / 1024} KB"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{Size / 1024 / 1024} MB"),
        };
}
