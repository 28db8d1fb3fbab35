using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.Requests;

namespace Comity.Service.Advising;

/// <summary>Where a member stands to advice: takes it into account, is of another view, or does not follow it.</summary>
/// <param name="Number">Of the piece of advice in its matter.</param>
/// <param name="Venue">Where another view is put, as the vocabulary has it.</param>
public sealed record AnswerAdviceRequest(MatterAt At, int Number, AdviceRemarkKind Kind, string Venue, string? Words);

/// <summary>What a member answers stands beside the advice, under the member's own name, and alters nothing in it.</summary>
public sealed class AnswerAdvice(
    Enquiries enquiries,
    AdviceRules rules,
    AdviceRemarks remarks,
    AdviceInMatter inMatter,
    AdviceAuthors authors,
    Notices notices
)
{
    public Task<ActResult> ExecuteAsync(AnswerAdviceRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return enquiries.ActAsync(
            request.At,
            viewer,
            standing =>
                AdviceInMatter.IsReader(standing, viewer)
                && request.Kind is AdviceRemarkKind.Weighed or AdviceRemarkKind.OtherView or AdviceRemarkKind.NotFollowed,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                var advice = await inMatter.FindAsync(matter.Id, request.Number, cancellationToken);
                if (advice is null)
                {
                    return new("There is no such advice here.", Audience.SafeguardSource);
                }

                var answer =
                    request.Kind == AdviceRemarkKind.Weighed
                        ? await rules.WeighingAsync(viewer.Roles, write.Today, cancellationToken)
                        : await rules.DisagreeingAsync(viewer.Roles, request.Venue, write.Today, cancellationToken);
                if (answer.IsBarred)
                {
                    return new(answer.Why, answer.Source);
                }

                await remarks.AddAsync(
                    write,
                    matter,
                    advice,
                    request.Kind,
                    inMatter.TokenOf(viewer, matter),
                    Parts.Content,
                    request.Words,
                    answer,
                    new JsonObject { ["venue"] = request.Kind == AdviceRemarkKind.Weighed ? null : request.Venue },
                    cancellationToken
                );
                if (await authors.OfAsync(matter, advice, cancellationToken) is { } author)
                {
                    await notices.TellAsync(
                        write,
                        author,
                        matter,
                        request.Kind == AdviceRemarkKind.Weighed
                            ? "A member has read your advice."
                            : "A member has put another view beside your advice.",
                        cancellationToken
                    );
                }

                return null;
            },
            cancellationToken
        );
    }
}
