using System.Text.Json.Nodes;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;

namespace Comity.Service.Advising;

/// <summary>The author of advice puts on record that somebody pressed for it to be different.</summary>
/// <param name="Number">Of the piece of advice in its matter.</param>
/// <param name="PersonId">Who did.</param>
public sealed record ReportPressureRequest(MatterAt At, int Number, Guid PersonId, PressedBy Way, DateOnly On, string Words);

/// <summary>It is kept with the clause that it is against, for the author and the officers of the matter; whoever is named does not see it.</summary>
public sealed class ReportPressure(
    Enquiries enquiries,
    Viewers viewers,
    AdviceRules rules,
    AdviceRemarks remarks,
    AdviceInMatter inMatter,
    ViewerTokens tokens
)
{
    public Task<ActResult> ExecuteAsync(ReportPressureRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return enquiries.ActAsync(
            request.At,
            viewer,
            standing => AdviceInMatter.IsAdviser(standing, viewer) && standing.MaySee(Parts.Notes),
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                var advice = await inMatter.FindAsync(matter.Id, request.Number, cancellationToken);
                if (advice is null || !inMatter.IsAuthor(advice, matter, viewer))
                {
                    return new("Whoever gave the advice says who pressed for another.", Audience.SafeguardSource);
                }

                var presser = await viewers.OfAsync(request.PersonId, request.On, cancellationToken);
                if (!presser.Holds("member") || request.On > write.Today)
                {
                    return new("Choose a member of the council on that day, which is today or earlier.", Audience.SafeguardSource);
                }

                var answer = await rules.ChangingAsync(presser.Roles, request.Way, request.On, cancellationToken);
                await remarks.AddAsync(
                    write,
                    matter,
                    advice,
                    AdviceRemarkKind.ChangePressed,
                    // The name of whoever is said to have pressed is for those alone who may read the entry.
                    tokens.Person(request.PersonId, ContentClass.Sealed),
                    Parts.Notes,
                    $"{presser.Name}, {request.On.InWords()}: {request.Words.Trim()}",
                    answer,
                    new JsonObject { ["way"] = request.Way.Key, ["on"] = request.On.Iso() },
                    cancellationToken
                );
                return null;
            },
            cancellationToken
        );
    }
}
