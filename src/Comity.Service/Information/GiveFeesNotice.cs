using System.Globalization;
using Comity.Protocols.Calendars.Ledger;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;

namespace Comity.Service.Information;

/// <param name="Pounds">What is to be paid.</param>
/// <param name="Words">What it is for and how it is paid, as the member reads it.</param>
public sealed record GiveFeesNoticeRequest(MatterAt At, decimal Pounds, string Words);

/// <summary>The officer gives notice of a fee under the access law: its time stands still until the fee is paid. The protocol's own goes on.</summary>
public sealed class GiveFeesNotice(Enquiries enquiries, DutyClocks clocks, Messages messages, Duties duties, EnquiryNotices notices)
{
    public const string MessageKind = "fees-notice";
    public const decimal MostPounds = 10_000;

    public Task<ActResult> ExecuteAsync(GiveFeesNoticeRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsOwner,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                if (await duties.OwedAsync(matter.Id, [StatutoryClock.Duty], cancellationToken) is not [var duty, ..])
                {
                    return new("It counts under no access law.", Audience.SafeguardSource);
                }

                if (request.Pounds is <= 0 or > MostPounds)
                {
                    return new("Enter a fee of more than nothing and at most £10,000.", Audience.SafeguardSource);
                }

                var counted = await clocks.CountAsync(duty, write.Today, cancellationToken);
                var line = new Paused(write.Today, FeesNotice.Ground, "A fee was asked for.", write.ActorToken(matter));
                if (duties.Move(write, matter, duty, counted, line) is { } refused)
                {
                    return new(refused.Reason, refused.Source);
                }

                var fee = request.Pounds.ToString("0.00", CultureInfo.InvariantCulture);
                await messages.PostAsync(
                    write,
                    matter,
                    MessageKind,
                    Parts.Content,
                    $"A fee of £{fee} is to be paid by {FeesNotice.LastDay(write.Today).InWords()} before this goes on under {counted.Regime.Name}.\n\n{request.Words.Trim()}",
                    [],
                    cancellationToken
                );
                await notices.TellMemberAsync(
                    write,
                    matter,
                    "A fee is asked for under the access law. The protocol’s date has not changed.",
                    cancellationToken
                );
                return null;
            },
            cancellationToken
        );
    }
}
