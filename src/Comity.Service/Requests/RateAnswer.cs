using System.Text.Json.Nodes;
using Comity.Service.Matters;

namespace Comity.Service.Requests;

/// <param name="Satisfaction">1 (very dissatisfied) to 5 (very satisfied).</param>
public sealed record RateAnswerRequest(EnquiryAt At, int Satisfaction, string? Comment);

/// <summary>The member says how satisfied they are with the answer. Speed alone hides answers that were quick and useless.</summary>
public sealed class RateAnswer(Enquiries enquiries, Messages messages)
{
    public async Task<EnquiryActResult> ExecuteAsync(RateAnswerRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Satisfaction, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Satisfaction, 5);
        await using var opened = await enquiries.OpenAsync(request.At, viewer, standing => standing.IsAsker, cancellationToken);
        if (opened is not { Matter: var matter, Write: var write })
        {
            return new EnquiryActResult.NotThere();
        }

        if (matter.AnsweredAt is null)
        {
            return new EnquiryActResult.Refused("It has not been answered yet.", Audience.SafeguardSource);
        }

        matter.Satisfaction = request.Satisfaction;
        write.Record("answer-rated", matter, Parts.Content, new JsonObject { ["satisfaction"] = request.Satisfaction });
        if (!string.IsNullOrWhiteSpace(request.Comment))
        {
            await messages.PostAsync(write, matter, "rating", Parts.Content, request.Comment, [], cancellationToken);
        }

        await write.CommitAsync(cancellationToken);
        return new EnquiryActResult.Done();
    }
}
