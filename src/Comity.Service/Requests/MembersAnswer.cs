using Comity.Protocols;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;

namespace Comity.Service.Requests;

/// <summary>What the protocol in force says of a member who was asked something by an officer.</summary>
/// <param name="CountedBy">What the answer is counted by; null where no answer is owed.</param>
public sealed record MemberOwes(Decision Decision, DecisionToKeep Keep, CountedBy? CountedBy, ProtocolSays Says);

/// <summary>
/// The answer that a member owes to the officer who has asked them something, where the protocol in force says that officers can expect one. Elsewhere the
/// question stands and nothing is owed.
/// </summary>
public sealed class MembersAnswer(
    Library library,
    CouncilOnDate council,
    DutyClocks clocks,
    Decisions decisions,
    Duties duties,
    MatterParties parties,
    ViewerTokens tokens
)
{
    /// <summary>The only duty that a member has in a matter, and an officer's office is owed.</summary>
    public const string Duty = "member-reply";

    /// <summary>The kind of message with which an officer asks, and the kind with which the member answers.</summary>
    public const string Asked = "member-asked";
    public const string Given = "member-answered";

    private static readonly IReadOnlyList<string> Owed = [Duty];

    /// <summary>Whether a question waits for the member. To come back on the matter is to answer.</summary>
    public static bool IsAwaited(Standing standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return standing.Said.LastOrDefault(said => said.Kind is Asked or Given or FollowUpEnquiry.MessageKind)?.Kind == Asked;
    }

    /// <param name="channel">In which way the member is asked, by the vocabulary's word.</param>
    public async Task<MemberOwes?> OfAsync(Matter matter, string channel, DateOnly on, CancellationToken cancellationToken)
    {
        var read = await library.OnAsync(on, cancellationToken);
        if (
            await parties.InAsync(matter, MatterParties.RaisedBy, cancellationToken) is not { } asker
            || !(await council.OfficesOfAsync(asker.PersonId, on, cancellationToken)).Any(office =>
                read.Vocabulary.RoleIs(office.Role, "member")
            )
        )
        {
            return null;
        }

        var replying = Situation
            .In(read.Vocabulary)
            .Act("reply")
            .By("member")
            .To("officer")
            .With("channel", channel)
            .With("received-on", on)
            .On(on);
        var decision = read.Protocol.Decide(replying.Build(), await clocks.CalendarsAsync(read, on, cancellationToken));
        var due = decision.Dues.FirstOrDefault(due => due.Duty == EnquiryRules.ReplyDuty);
        return new MemberOwes(
            decision,
            decision.ToKeep(read),
            due is null ? null : await clocks.CountNormAsync(read, due.Citations[0].Norm, due.Clock.Clock, on, cancellationToken),
            ProtocolSays.Of(decision)
        );
    }

    /// <summary>From now on the member owes an answer, as far as the protocol says so. While one is owed already, that one stands.</summary>
    internal async Task OweAsync(CouncilWrite write, Matter matter, string channel, CancellationToken cancellationToken)
    {
        if (
            await OfAsync(matter, channel, write.Today, cancellationToken) is not { } says
            || await parties.InAsync(matter, MatterParties.RaisedBy, cancellationToken) is not { } asker
            || await parties.AnsweringAsync(matter, cancellationToken) is not { OfficeId: { } office }
        )
        {
            return;
        }

        await decisions.KeepAsync(write, matter, says.Keep, cancellationToken);
        if (says.CountedBy is { } counted && (await duties.OwedAsync(matter.Id, Owed, cancellationToken)).Count == 0)
        {
            duties.Owe(
                write,
                matter,
                Duty,
                tokens.Person(asker.PersonId, matter.Class),
                tokens.Office(office, matter.Class),
                counted,
                write.Today,
                "The officer asked the member something."
            );
        }
    }

    internal Task MeetAsync(CouncilWrite write, Matter matter, CancellationToken cancellationToken) =>
        EndAsync(write, matter, DutyState.Met, "The member answered.", cancellationToken);

    /// <summary>Nobody waits for it any more.</summary>
    internal Task LiftAsync(CouncilWrite write, Matter matter, string why, CancellationToken cancellationToken) =>
        EndAsync(write, matter, DutyState.Lifted, why, cancellationToken);

    private async Task EndAsync(CouncilWrite write, Matter matter, DutyState state, string why, CancellationToken cancellationToken)
    {
        if (await duties.OwedAsync(matter.Id, Owed, cancellationToken) is [var owed, ..])
        {
            await duties.EndAsync(write, matter, Owed, state, owed.Source, why, cancellationToken);
        }
    }
}
