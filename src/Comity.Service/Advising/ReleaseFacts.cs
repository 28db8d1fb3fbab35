using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Service.WardInformation;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Advising;

/// <param name="Number">Of the piece of advice in its matter.</param>
/// <param name="Facts">A text of its own: nothing of the advice goes into it by itself.</param>
/// <param name="Files">Of those that came with the advice.</param>
/// <param name="Reason">Why the officer goes on although the protocol says "should not".</param>
public sealed record ReleaseFactsRequest(MatterAt At, int Number, string? Title, string? Facts, IReadOnlyList<Guid> Files, string? Reason);

/// <summary>
/// The author of advice gives every member the facts behind it: news of its own, with its own words. The advice, and what was asked, stay where they are; that
/// the two belong together is shown to those alone who may see both.
/// </summary>
public sealed class ReleaseFacts(
    ComityDb db,
    Enquiries enquiries,
    CouncilWrites writes,
    AdviceInMatter inMatter,
    AdviceRules rules,
    TellMembers tell,
    Decisions decisions,
    ContentStore contents
)
{
    public async Task<NewsResult> ExecuteAsync(ReleaseFactsRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var standing = await enquiries.FindAsync(request.At.Reference, viewer, cancellationToken);
        if (standing is null || !AdviceInMatter.IsAdviser(standing, viewer))
        {
            return new NewsResult.NotThere();
        }

        await using var write = await writes.BeginAsync(viewer.ToActing(), cancellationToken);
        var matter = await write.MatterAsync(standing.Matter.Id, request.At.Version, cancellationToken);
        var advice = (await inMatter.AllAsync(matter.Id, cancellationToken)).FirstOrDefault(one => one.Number == request.Number);
        if (advice is null || !inMatter.IsAuthor(advice, matter, viewer))
        {
            return new NewsResult.NotThere();
        }

        var answer = await rules.ReleasingFactsAsync(write.Today, cancellationToken);
        var errors = new FieldErrors();
        if (answer.IsBarred)
        {
            errors.Add(nameof(TellMembersRequest.Words), $"{answer.Why} ({answer.Source})");
        }
        else if (answer.IsAdvisedAgainst)
        {
            errors.Text(request.Reason, nameof(request.Reason), "The protocol advises against it. Enter why you go on", 1000);
        }

        if (await RepeatedAsync(standing, advice, $"{request.Title}\n{request.Facts}", cancellationToken) is { } repeated)
        {
            errors.Add(
                nameof(TellMembersRequest.Words),
                $"This stands in the advice, or in what was asked: “{repeated}”. Say the facts in words of their own"
            );
        }

        if (errors.Any)
        {
            return new NewsResult.Refused(((RegisterChange.Refused)errors.Refused).Errors);
        }

        var (result, news) = await tell.WriteAsync(
            write,
            new TellMembersRequest
            {
                Kind = NewsKind.All[^1],
                Title = request.Title,
                Words = request.Facts,
                Files = await FilesAsync(advice, request.Files, cancellationToken),
                ForAllMembers = true,
                Reason = request.Reason,
            },
            viewer,
            cancellationToken
        );
        if (news is null)
        {
            return result;
        }

        await decisions.KeepAsync(write, news, answer.ToKeep(), cancellationToken);
        var link = new MatterLink
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
            MatterId = news.Id,
            OtherId = matter.Id,
            Kind = MatterLinkKind.Facts,
            At = write.At,
            ByToken = write.ActorToken(matter),
        };
        db.MatterLinks.Add(link);
        write.Record(
            "facts-released",
            matter,
            Parts.Content,
            new JsonObject
            {
                ["advice"] = advice.Id.ToString("D", CultureInfo.InvariantCulture),
                ["news"] = news.Reference,
                ["source"] = answer.Source,
                ["registers"] = new JsonArray([.. answer.Decision.Registers.Select(register => (JsonNode)register.Name)]),
                ["reason-to-go-on"] = request.Reason?.Trim(),
            }
        );
        await write.CommitAsync(cancellationToken);
        return result;
    }

    /// <summary>A row of words that stands in what stays between the author and those advised; null where nothing does.</summary>
    private async Task<string?> RepeatedAsync(Standing standing, PieceOfAdvice advice, string text, CancellationToken cancellationToken)
    {
        // The analysis holds the facts, which are to be told: it is left out.
        List<Guid> kept =
        [
            .. advice.Versions.SelectMany(version =>
                AdviceInMatter.ContentsOf(version).Where(content => content != version.AnalysisContentId)
            ),
            .. standing
                .Said.Where(said => said.Kind is AskOfficer.QuestionKind or FollowUpEnquiry.MessageKind)
                .Select(said => said.Words.ContentId),
        ];
        var texts = await contents.ReadTextsAsync(kept, cancellationToken);
        return texts.Values.Select(one => SameWords.In(text, one.Text)).FirstOrDefault(row => row is not null);
    }

    private async Task<IReadOnlyList<IncomingFile>> FilesAsync(
        PieceOfAdvice advice,
        IReadOnlyList<Guid> chosen,
        CancellationToken cancellationToken
    )
    {
        var messages = advice.Versions.Select(version => version.MessageId).ToList();
        var attached = await db
            .Attachments.AsNoTracking()
            .Where(file => messages.Contains(file.MessageId) && chosen.Contains(file.Id))
            .OrderBy(file => file.Id)
            .ToListAsync(cancellationToken);
        var files = new List<IncomingFile>(attached.Count);
        foreach (var file in attached)
        {
            if (
                await contents.ReadTextAsync(file.NameContentId, cancellationToken) is { } name
                && await contents.ReadBytesAsync(file.BytesContentId, cancellationToken) is { } bytes
            )
            {
                files.Add(new IncomingFile(name, bytes));
            }
        }

        return files;
    }
}
