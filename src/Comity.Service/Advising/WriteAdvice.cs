using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Storage;

namespace Comity.Service.Advising;

public sealed record WriteAdviceRequest(MatterAt At, AdviceWords Words);

/// <summary>
/// The adviser's first version, or a further one of their own. Nobody writes into somebody else's advice: whoever takes the matter over gives their own. The
/// first version is the answer to whoever asked for advice.
/// </summary>
public sealed class WriteAdvice(
    ComityDb db,
    Enquiries enquiries,
    CouncilWrites writes,
    AdviceWriting writing,
    AdviceInMatter inMatter,
    AnswerGiven given,
    Notices notices
)
{
    public async Task<AdviceResult> ExecuteAsync(WriteAdviceRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var standing = await enquiries.FindAsync(request.At.Reference, viewer, cancellationToken);
        if (standing is null || !AdviceInMatter.IsAdviser(standing, viewer))
        {
            return new AdviceResult.NotThere();
        }

        await using var write = await writes.BeginAsync(viewer.ToActing(), cancellationToken);
        var matter = await write.MatterAsync(standing.Matter.Id, request.At.Version, cancellationToken);
        var (advice, all) = await inMatter.OwnAsync(matter, viewer, cancellationToken);
        var (errors, answer) = await writing.CheckAsync(request.Words, advice is null, write.Today, cancellationToken);
        if (errors.Any || answer is null)
        {
            return new AdviceResult.Refused(((RegisterChange.Refused)errors.Refused).Errors);
        }

        if (advice is null)
        {
            advice = new PieceOfAdvice
            {
                Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
                MatterId = matter.Id,
                Number = all + 1,
                AuthorToken = inMatter.TokenOf(viewer, matter),
                WrittenAt = write.At,
            };
            db.Add(advice);
        }

        var number = advice.Versions.Count + 1;
        await writing.WriteAsync(write, matter, advice, number, request.Words, answer, cancellationToken);
        if (EnquiryKind.IsOne(matter.Kind) && matter.State is MatterState.Open or MatterState.Acknowledged)
        {
            await given.SettleAsync(write, matter, EnquiryRules.Replies, "The advice was given.", whyNotCopied: null, cancellationToken);
        }

        var happened = number == 1 ? "There is advice for you." : "Advice that you had has a new version.";
        foreach (var reader in await inMatter.ReadersAsync(matter, cancellationToken))
        {
            await notices.TellAsync(write, reader, matter, happened, cancellationToken);
        }

        await write.CommitAsync(cancellationToken);
        return new AdviceResult.Written(matter.Reference, number);
    }
}
