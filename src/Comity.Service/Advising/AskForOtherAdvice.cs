using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Advising;

/// <summary>A member wants advice to be different.</summary>
/// <param name="Number">Of the piece of advice in its matter.</param>
/// <param name="Reason">Why the member goes on although the protocol says "should not".</param>
public sealed record AskForOtherAdviceRequest(MatterAt At, int Number, PressedBy Way, string Words, string? Reason);

/// <summary>
/// The wish is an act of its own and leaves the advice as it is. What the protocol bars is refused and kept on record with its clause; what it advises
/// against goes on with a reason. To ask the same again is to press: the vocabulary's own word for asking again and again.
/// </summary>
public sealed class AskForOtherAdvice(
    ComityDb db,
    Enquiries enquiries,
    CouncilWrites writes,
    AdviceRules rules,
    AdviceRemarks remarks,
    AdviceInMatter inMatter,
    AdviceAuthors authors,
    Notices notices
)
{
    public async Task<ActResult> ExecuteAsync(AskForOtherAdviceRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var standing = await enquiries.FindAsync(request.At.Reference, viewer, cancellationToken);
        if (standing is null || !AdviceInMatter.IsReader(standing, viewer))
        {
            return new ActResult.NotThere();
        }

        await using var write = await writes.BeginAsync(viewer.ToActing(), cancellationToken);
        var matter = await db.Matters.SingleAsync(row => row.Id == standing.Matter.Id, cancellationToken);
        if (matter.Version != request.At.Version)
        {
            // The matter itself does not change by a wish: it keeps its version, and what was opened has to be what stands there.
            throw new ChangedSinceOpenedException("It has changed since it was opened.");
        }

        var advice = await inMatter.FindAsync(matter.Id, request.Number, cancellationToken);
        if (advice is null)
        {
            return new ActResult.NotThere();
        }

        var own = inMatter.TokenOf(viewer, matter);
        var asked = await db.AdviceRemarks.CountAsync(
            one => one.AdviceId == advice.Id && one.Kind == AdviceRemarkKind.ChangeAsked && one.OfToken == own,
            cancellationToken
        );
        var way = asked > 0 ? request.Way with { Pressed = true } : request.Way;
        var answer = await rules.ChangingAsync(viewer.Roles, way, write.Today, cancellationToken);
        if (answer.IsAdvisedAgainst && string.IsNullOrWhiteSpace(request.Reason))
        {
            return new ActResult.Refused($"{answer.Why} If you go on, enter why: your reason is kept on the record.", answer.Source);
        }

        var remark = await remarks.AddAsync(
            write,
            matter,
            advice,
            AdviceRemarkKind.ChangeAsked,
            own,
            Parts.Notes,
            request.Words,
            answer,
            new JsonObject
            {
                ["way"] = request.Way.Key,
                ["asked-before"] = asked,
                ["reason-to-go-on"] = request.Reason?.Trim(),
            },
            cancellationToken
        );
        if (await authors.OfAsync(matter, advice, cancellationToken) is { } author)
        {
            await notices.TellAsync(
                write,
                author,
                matter,
                answer.IsBarred
                    ? "Somebody wanted your advice changed. It was refused, and is on record."
                    : "A member asks you to look at your advice again.",
                cancellationToken
            );
        }

        await write.CommitAsync(cancellationToken);
        return answer.IsBarred
            ? new ActResult.Refused(
                $"{answer.Why} It has not been passed on, and is kept on record as number {remark.Number}.",
                answer.Source
            )
            : new ActResult.Done();
    }
}
