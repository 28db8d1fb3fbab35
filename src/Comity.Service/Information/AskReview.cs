using Comity.Protocols.Calendars.Ledger;
using Comity.Service.Arrangements;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Information;

/// <param name="Words">What the member thinks is wrong.</param>
public sealed record AskReviewRequest(MatterAt At, int Item, string Words);

/// <summary>
/// The member asks for a decision to be looked at again. It is a stage of its own: somebody else than who decided has it, up the decider's own line, and owes an answer
/// by the clock of the law under which the request counts, or of the council's arrangement; where neither gives one, without a date.
/// </summary>
public sealed class AskReview(
    ComityDb db,
    Enquiries enquiries,
    InformationItems items,
    ItemQuestions questions,
    CouncilOnDate council,
    Library library,
    DutyClocks clocks,
    Duties duties,
    ViewerTokens tokens
)
{
    /// <summary>What is owed to whoever asked for it.</summary>
    public const string Duty = "review";

    /// <summary>That somebody else looks at it is Comity's own: no protocol says who.</summary>
    public const string Source = "comity/review";

    public Task<ActResult> ExecuteAsync(AskReviewRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsAsker,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                if (await items.FindAsync(matter, request.Item, cancellationToken) is not { Item.ToldAt: not null } read)
                {
                    return new("You have not been told of a decision on it yet.", Audience.SafeguardSource);
                }

                if (read.Review is not null)
                {
                    return new("It is being looked at again already.", Audience.SafeguardSource);
                }

                if (await ReviewerAsync(matter, read.Item, opened.Standing, write.Today, cancellationToken) is not { } reviewer)
                {
                    return new($"{KeptOut.NobodyThere} Tell the Monitoring Officer.", Audience.SafeguardSource);
                }

                await questions.PutAsync(
                    write,
                    matter,
                    read.Item,
                    ItemQuestionKind.Review,
                    reviewer,
                    request.Words,
                    Source,
                    cancellationToken
                );
                duties.Owe(
                    write,
                    matter,
                    Duty,
                    tokens.Office(reviewer.OfficeId, matter.Class),
                    tokens.Person(viewer.PersonId, matter.Class),
                    await CountedAsync(matter, write.Today, cancellationToken),
                    write.Today,
                    "The member asked for it to be looked at again."
                );
                return null;
            },
            cancellationToken
        );

    /// <summary>The clock of a review: the law's where it has one, the council's, or none.</summary>
    private async Task<CountedBy> CountedAsync(Matter matter, DateOnly on, CancellationToken cancellationToken)
    {
        var read = await library.OnAsync(on, cancellationToken);
        var sources = await db
            .Duties.Where(duty => duty.MatterId == matter.Id && duty.Kind == StatutoryClock.Duty)
            .Select(duty => duty.Source)
            .ToListAsync(cancellationToken);
        var law = sources.Select(StatutoryClock.LawOf).OfType<string>().FirstOrDefault();
        return StatutoryRegime.FromKey($"{law}-review") is { } review
            ? new CountedBy(review, read.Holidays, Closures: null)
            : await clocks.CountSilentAsync(read, ArrangementKeys.ReviewTime, on, cancellationToken);
    }

    private async Task<HeldOffice?> ReviewerAsync(
        Matter matter,
        InformationItem item,
        Standing standing,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        var register = await council.RegisterAsync(on, cancellationToken);
        var owner = standing.Parties.LastOrDefault(party => party.Place == MatterParties.Owner && party.EndedAt is null);
        var above = register
            .AllHeld(on)
            .Where(held => tokens.Office(held.OfficeId, matter.Class) == owner?.Token)
            .Select(held => held.OfficeId);
        var candidates = above
            .Take(1)
            .SelectMany(office => register.LineManagersOfOffice(office, on))
            .Concat(register.HoldersOfRole("monitoring-officer", on))
            .Concat(register.HoldersOfRole("clerk", on));
        foreach (var candidate in candidates)
        {
            if (
                tokens.Person(candidate.PersonId, matter.Class) != item.DeciderToken
                && await questions.MayHaveAsync(matter, candidate.OfficeId, on, cancellationToken)
            )
            {
                return candidate;
            }
        }

        return null;
    }
}
