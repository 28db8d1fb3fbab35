using Comity.Protocols.Calendars.Ledger;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;

namespace Comity.Service.Information;

/// <param name="On">The day on which the council received it.</param>
public sealed record RecordFeePaidRequest(MatterAt At, DateOnly On);

/// <summary>The fee has come in: the law's time goes on from the day after, with what of it was left.</summary>
public sealed class RecordFeePaid(Enquiries enquiries, DutyClocks clocks, Messages messages, Duties duties, EnquiryNotices notices)
{
    public const string MessageKind = "fee-paid";

    public Task<ActResult> ExecuteAsync(RecordFeePaidRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsOwner,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                if (
                    await duties.OwedAsync(matter.Id, [StatutoryClock.Duty], cancellationToken) is not [var duty, ..]
                    || FeesNotice.WaitsSince(duty) is not { } given
                )
                {
                    return new("No fee is waited for.", Audience.SafeguardSource);
                }

                var counted = await clocks.CountAsync(duty, write.Today, cancellationToken);
                if (request.On < given || request.On > write.Today)
                {
                    return new($"The day must be {given.InWords()} or later, and not after today.", Audience.SafeguardSource);
                }

                if (request.On > FeesNotice.LastDay(given))
                {
                    return new(
                        $"It had to be paid by {FeesNotice.LastDay(given).InWords()}. Paid later, it makes nothing owed again: a new request begins a time of its own.",
                        FeesNotice.SourceOfLapse(counted.Regime)
                    );
                }

                var line = new Resumed(request.On, "The fee was paid.", write.ActorToken(matter));
                if (duties.Move(write, matter, duty, counted, line) is { } refused)
                {
                    return new(refused.Reason, refused.Source);
                }

                await messages.PostAsync(
                    write,
                    matter,
                    MessageKind,
                    Parts.Content,
                    $"The fee was paid on {request.On.InWords()}. The time under {counted.Regime.Name} goes on.",
                    [],
                    cancellationToken
                );
                await notices.TellMemberAsync(
                    write,
                    matter,
                    "Your payment is on record. The access law’s time goes on.",
                    cancellationToken
                );
                return null;
            },
            cancellationToken
        );
    }
}
