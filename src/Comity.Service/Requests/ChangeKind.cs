using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;

namespace Comity.Service.Requests;

/// <param name="Facts">Answers to what the protocol still needs to know of it as the other kind.</param>
/// <param name="Reason">Kept on the record and shown to whoever asked.</param>
public sealed record ChangeKindRequest(MatterAt At, EnquiryKind To, IReadOnlyDictionary<string, string> Facts, string Reason);

/// <summary>
/// What was asked turns out to be something else: the protocol decides anew, as of today and of the day it came. Where it gives the same time, the same
/// duty goes on; where it gives another, that one is counted from the day it came, and the old one stays to be read.
/// </summary>
public sealed class ChangeKind(
    Enquiries enquiries,
    EnquiryCases cases,
    EnquiryRules rules,
    Library library,
    MatterParties parties,
    EnquiryHandover handover,
    Decisions decisions,
    Duties duties,
    Messages messages,
    EnquiryNotices notices
)
{
    public const string MessageKind = "kind-changed";

    /// <summary>Whoever has it to answer, and the clerk, who keeps the council's business in order.</summary>
    public static bool May(Standing standing, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(viewer);
        return standing.IsOwner || (viewer.Holds(EnquiryOwners.Clerk) && standing.MaySee(Parts.Content));
    }

    /// <summary>What the protocol says of it as another kind.</summary>
    public async Task<EnquiryAnswer> AsAsync(
        Matter matter,
        EnquiryKind kind,
        IReadOnlyDictionary<string, string> facts,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(facts);
        var asked = await cases.OfAsync(matter, kind, on, cancellationToken);
        var known = new Dictionary<string, string>(asked.Facts, StringComparer.Ordinal);
        var vocabulary = (await library.OnAsync(on, cancellationToken)).Vocabulary;
        foreach (var (name, value) in facts)
        {
            // What comes from a form may be anything.
            if (vocabulary.Facts.TryGetValue(name, out var fact) && fact.Choices.Any(choice => choice.Name == value))
            {
                known[name] = value;
            }
        }

        return await rules.MayAskAsync(asked with { Facts = known }, cancellationToken);
    }

    public Task<ActResult> ExecuteAsync(ChangeKindRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => May(standing, viewer),
            opened => ChangeAsync(request, opened.Matter, opened.Write, cancellationToken),
            cancellationToken
        );

    private async Task<ActResult.Refused?> ChangeAsync(
        ChangeKindRequest request,
        Matter matter,
        CouncilWrite write,
        CancellationToken cancellationToken
    )
    {
        if (matter.State is not (MatterState.Open or MatterState.Acknowledged))
        {
            return new("It has been answered already.", Audience.SafeguardSource);
        }

        if (EnquiryKind.Find(matter.Kind) is not { } before || before == request.To || request.To.IsMeeting)
        {
            return new("It is that already.", Audience.SafeguardSource);
        }

        var answer = await AsAsync(matter, request.To, request.Facts, write.Today, cancellationToken);
        if (Refusal(answer) is { } refused)
        {
            return refused;
        }

        matter.Kind = request.To.Key;
        await decisions.KeepAsync(write, matter, answer.AskDecision, cancellationToken);
        await decisions.KeepAsync(write, matter, answer.ReplyDecision, cancellationToken);
        write.Record(
            "kind-changed",
            matter,
            Parts.Content,
            new JsonObject
            {
                ["from"] = before.Key,
                ["to"] = request.To.Key,
                ["reason"] = request.Reason,
            }
        );
        await messages.PostAsync(
            write,
            matter,
            MessageKind,
            Parts.Content,
            $"Asked as: {before.Noun}. Dealt with as: {request.To.Noun}. {request.Reason}",
            [],
            cancellationToken
        );
        await SendOnAsync(write, matter, answer, request.To, cancellationToken);
        var isCountedAnew = await CountAnewAsync(write, matter, answer, request.To, cancellationToken);
        await notices.TellMemberAsync(
            write,
            matter,
            isCountedAnew
                ? $"It is now dealt with as {request.To.ANoun}. What is owed on it is counted by the rule for that, from the day it came."
                : $"It is now dealt with as {request.To.ANoun}. The date has not changed.",
            cancellationToken
        );
        return null;
    }

    private static ActResult.Refused? Refusal(EnquiryAnswer answer)
    {
        if (!answer.IsEntitled)
        {
            return new("Whoever asked it could not have asked for this.", Audience.SafeguardSource);
        }

        if (answer.Question is { } open)
        {
            return new($"The protocol needs to know first: {open.Fact.Question}", Audience.SafeguardSource);
        }

        // What should not be asked can be asked with a reason; but with a reason of the asker's own.
        if (!answer.MayGoOn(reason: null))
        {
            var by = answer.Decision.DecidedBy is [var first, ..] ? first : null;
            var says = string.Join(
                ' ',
                answer.Decision.Shows.Where(show => answer.Decision.DecidedBy.Contains(show.Citation)).Select(show => show.Text)
            );
            return new(
                says.Length > 0 ? $"It may not be asked as that. {says}" : "It may not be asked as that.",
                by is null ? Audience.SafeguardSource : by.AsSource()
            );
        }

        return answer.Owner is null ? new("Nobody in the council can take it as that today.", Audience.SafeguardSource) : null;
    }

    /// <summary>Where a rule sends it somewhere else it goes there; what only a service's own naming says leaves it with whoever has it now.</summary>
    private async Task SendOnAsync(
        CouncilWrite write,
        Matter matter,
        EnquiryAnswer answer,
        EnquiryKind kind,
        CancellationToken cancellationToken
    )
    {
        var has = await parties.InAsync(matter, MatterParties.Owner, cancellationToken);
        var isNamedByTheCouncil = answer.OwnerSource is EnquiryOwners.RegularContact or EnquiryOwners.ChiefOfficer or EnquiryOwners.Clerk;
        if (answer.Owner is { } to && has?.OfficeId != to.OfficeId && !(isNamedByTheCouncil && has is not null))
        {
            await handover.ToAsync(write, matter, to, $"It is dealt with as {kind.ANoun}, which goes to this office.", cancellationToken);
        }
    }

    private async Task<bool> CountAnewAsync(
        CouncilWrite write,
        Matter matter,
        EnquiryAnswer answer,
        EnquiryKind kind,
        CancellationToken cancellationToken
    )
    {
        // Once it is acknowledged no answer is owed by a day any more, or a full one is: that goes on.
        var owed = await duties.OwedAsync(matter.Id, [EnquiryRules.ReplyDuty], cancellationToken);
        var reply = answer.Owed[0];
        var changed = owed.Where(duty => duty.Source != reply.Source || duty.Clock != reply.CountedBy.Regime.Clock.ToString()).ToList();
        foreach (var duty in changed)
        {
            duties.Follow(write, matter, duty, reply.CountedBy, $"It is dealt with as {kind.ANoun}, under another rule.");
        }

        return changed.Count > 0;
    }
}
