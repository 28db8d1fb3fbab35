using System.Text.Json.Nodes;
using Comity.Service.Matters;

namespace Comity.Service.Requests;

/// <param name="Satisfaction">1 (very dissatisfied) to 5 (very satisfied).</param>
public sealed record RateAnswerRequest(MatterAt At, int Satisfaction, string? Comment);

/// <summary>The member says how satisfied they are with the answer. Speed alone hides answers that were quick and useless.</summary>
public sealed class RateAnswer(Enquiries enquiries, Messages messages)
{
    public Task<ActResult> ExecuteAsync(RateAnswerRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Satisfaction, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Satisfaction, 5);
        return enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsAsker,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                if (matter.AnsweredAt is null)
                {
                    return new("It has not been answered yet.", Audience.SafeguardSource);
                }

                matter.Satisfaction = request.Satisfaction;
                write.Record("answer-rated", matter, Parts.Content, new JsonObject { ["satisfaction"] = request.Satisfaction });
                if (!string.IsNullOrWhiteSpace(request.Comment))
                {
                    await messages.PostAsync(write, matter, "rating", Parts.Content, request.Comment, [], cancellationToken);
                }

                return null;
            },
            cancellationToken
        );
    }
}
