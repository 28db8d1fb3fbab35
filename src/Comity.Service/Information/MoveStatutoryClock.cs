using Comity.Protocols.Calendars.Ledger;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Requests;

namespace Comity.Service.Information;

/// <param name="Words">What has to be made clearer, the answer to that, or why more time is needed.</param>
/// <param name="Until">The later date, where more time is taken.</param>
public sealed record MoveStatutoryClockRequest(MatterAt At, StatutoryMove Move, string Words, DateOnly? Until = null);

public enum StatutoryMove
{
    AskToClarify,
    Clarify,
    MoreTime,
}

/// <summary>
/// Something happens to the clock of an access law, by that law's own rules: asking what is meant begins it again, more time has its own grounds and its own furthest
/// day. The protocol's clock beside it goes on.
/// </summary>
public sealed class MoveStatutoryClock(Enquiries enquiries, DutyClocks clocks, Messages messages, Duties duties, EnquiryNotices notices)
{
    public Task<ActResult> ExecuteAsync(MoveStatutoryClockRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => request.Move == StatutoryMove.Clarify ? standing.IsAsker : standing.IsOwner,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                if (await duties.OwedAsync(matter.Id, [StatutoryClock.Duty], cancellationToken) is not [var duty, ..])
                {
                    return new("It counts under no access law.", Audience.SafeguardSource);
                }

                var counted = await clocks.CountAsync(duty, write.Today, cancellationToken);
                if (Line(request, counted.Regime, write, matter) is not { } line)
                {
                    return new($"{counted.Regime.Name} gives no more time.", counted.Regime.Source);
                }

                if (duties.Move(write, matter, duty, counted, line) is { } refused)
                {
                    return new(refused.Reason, refused.Source);
                }

                await messages.PostAsync(write, matter, MessageOf(request.Move), Parts.Content, request.Words, [], cancellationToken);
                if (request.Move == StatutoryMove.Clarify)
                {
                    await notices.TellOwnerAsync(
                        write,
                        matter,
                        "The member has said what is meant. The Act’s time begins again.",
                        cancellationToken
                    );
                }
                else
                {
                    await notices.TellMemberAsync(
                        write,
                        matter,
                        request.Move == StatutoryMove.MoreTime
                            ? "More time is needed under the access law. The protocol’s date has not changed."
                            : "You are asked what is meant. The protocol’s date has not changed.",
                        cancellationToken
                    );
                }

                return null;
            },
            cancellationToken
        );

    private static LedgerEntry? Line(MoveStatutoryClockRequest request, Regime regime, CouncilWrite write, Matter matter)
    {
        var by = write.ActorToken(matter);
        return request.Move switch
        {
            StatutoryMove.AskToClarify => new InformationAsked(
                write.Today,
                StatutoryClock.Clarification,
                "The member was asked what is meant.",
                by
            ),
            StatutoryMove.Clarify => new Restarted(write.Today, "The member said what is meant.", by),
            _ => regime.Allowances.FirstOrDefault(allowance => allowance.Kind == AllowanceKind.Extension) is { } more
            && request.Until is { } until
                ? new ExtendedTo(write.Today, until, more.Ground, "More time was needed.", by)
                : null,
        };
    }

    private static string MessageOf(StatutoryMove move) =>
        move switch
        {
            StatutoryMove.AskToClarify => "clarification",
            StatutoryMove.Clarify => "clarified",
            _ => "more-time",
        };
}
