using System.Globalization;
using Comity.Protocols.Calendars.Ledger;
using Comity.Service.Matters;
using Comity.Service.People;

namespace Comity.Service.Requests;

/// <param name="Explanation">What is happening, in full.</param>
/// <param name="Until">By when the full answer comes, if the member agrees.</param>
public sealed record ProposeDateRequest(MatterAt At, string Explanation, DateOnly Until);

/// <summary>
/// An answer in two stages: the officer says fully what is happening and proposes a date for the rest. Nothing has moved until the member agrees, and only where the
/// council has arranged that a date may be agreed.
/// </summary>
public sealed class ProposeDate(Enquiries enquiries, DutyClocks clocks, Messages messages, Duties duties, EnquiryNotices notices)
{
    public const string Proposed = "date-proposed";
    public const string Agreed = "date-agreed";
    public const string Declined = "date-declined";

    /// <summary>Whether a proposal waits for the member.</summary>
    public static bool IsPending(Standing standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return Pending(standing) is not null;
    }

    public Task<ActResult> ExecuteAsync(ProposeDateRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsOwner,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                if (IsPending(opened.Standing))
                {
                    return new("A date has been proposed already, and the member has not answered.", Audience.SafeguardSource);
                }

                if (Words(request.Explanation) < AcknowledgeEnquiry.FewestWords)
                {
                    return new("Say in full what is happening: a date alone explains nothing.", Audience.SafeguardSource);
                }

                if (await TryAsync(matter, Line(request.Until, write.Today, write.ActorToken(matter)), cancellationToken) is { } refused)
                {
                    return refused;
                }

                await messages.PostAsync(
                    write,
                    matter,
                    Proposed,
                    Parts.Content,
                    $"{request.Explanation}\n\nThe full answer by {request.Until.InWords()}, if the member agrees: {request.Until.Iso()}",
                    [],
                    cancellationToken
                );
                await notices.TellMemberAsync(
                    write,
                    matter,
                    "A later date for the full answer is proposed. Nothing moves unless you agree.",
                    cancellationToken
                );
                return null;
            },
            cancellationToken
        );

    internal static Said? Pending(Standing standing) =>
        standing.Said.LastOrDefault(said => said.Kind is Proposed or Agreed or Declined) is { Kind: Proposed } said ? said : null;

    internal static DateOnly DateIn(string text) =>
        DateOnly.ParseExact(text.AsSpan(text.Length - 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static ExtendedTo Line(DateOnly until, DateOnly today, string by) =>
        new(today, until, CountedBy.AgreedWithMember, "The member agreed to a later date.", by);

    /// <summary>Whether the date could be moved so; it is not moved yet.</summary>
    private async Task<ActResult.Refused?> TryAsync(Matter matter, ExtendedTo line, CancellationToken cancellationToken)
    {
        var owed = await duties.OwedAsync(matter.Id, EnquiryRules.Replies, cancellationToken);
        if (owed.Count == 0)
        {
            return new ActResult.Refused("Nothing is owed on it now.", Audience.SafeguardSource);
        }

        foreach (var duty in owed)
        {
            var counted = await clocks.CountAsync(duty, line.On, cancellationToken);
            if (counted.Regime.Find(AllowanceKind.Extension, line.Ground) is null)
            {
                return new ActResult.Refused(
                    "This time limit gives no date by agreement, and the council has arranged none: the date stays.",
                    counted.Regime.Source
                );
            }

            if (counted.Restore(duty.Ledger).Add(line) is LedgerRefused refused)
            {
                return new ActResult.Refused(refused.Reason, refused.Source);
            }
        }

        return null;
    }

    private static int Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetter));
}
