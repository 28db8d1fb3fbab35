using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Information;

/// <param name="Question">Which question.</param>
/// <param name="Answer">Settled or passed on; of the proper officer, release or withhold.</param>
public sealed record AnswerDoubtRequest(MatterAt At, Guid Question, ItemAnswerWord Answer, string Words);

/// <summary>Whoever was asked about an item answers, or passes it on to the next whom the protocol names.</summary>
public sealed class AnswerDoubt(
    ComityDb db,
    Enquiries enquiries,
    InformationItems items,
    InformationRules rules,
    ItemQuestions questions,
    Decisions decisions,
    EnquiryNotices notices
)
{
    public Task<ActResult> ExecuteAsync(AnswerDoubtRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => IsAskedOf(standing, viewer, ItemQuestions.Consulted),
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                var all = await items.OfAsync(matter, cancellationToken);
                var read = all.FirstOrDefault(item => item.Questions.Any(question => question.Row.Id == request.Question));
                if (
                    read?.Doubts.FirstOrDefault(doubt => doubt.Row.Id == request.Question) is not { } doubt
                    || !await IsOfAsync(doubt.Row, viewer, cancellationToken)
                )
                {
                    return new("It has been answered already.", Audience.SafeguardSource);
                }

                if (request.Answer == ItemAnswerWord.PassedOn)
                {
                    var (texts, decision) = await rules.DoubtAsync(
                        read,
                        viewer,
                        doubt.Row.Fact ?? RaiseDoubt.Difficulty,
                        doubt.Row.Stage,
                        write.Today,
                        cancellationToken
                    );
                    if (
                        doubt.Row.Stage is null
                        || decision.Route is not [var next, ..]
                        || await questions.FindAsync(matter, viewer.PersonId, decision, texts, write.Today, cancellationToken)
                            is not { Office: { } office } found
                    )
                    {
                        return new("The protocol names nobody further. Say what you think.", doubt.Row.Source);
                    }

                    await decisions.KeepAsync(write, matter, decision.ToKeep(texts), cancellationToken);
                    await questions.PutAsync(
                        write,
                        matter,
                        read.Item,
                        ItemQuestionKind.Doubt,
                        office,
                        request.Words,
                        found.Source ?? Audience.SafeguardSource,
                        cancellationToken,
                        doubt.Row.Fact,
                        next.Stage
                    );
                }

                await questions.AnswerAsync(write, matter, read.Item, doubt.Row, request.Answer, request.Words, cancellationToken);
                await notices.TellOwnerAsync(write, matter, "Whoever was asked about it has answered.", cancellationToken);
                return null;
            },
            cancellationToken
        );

    /// <summary>Whether something is with the viewer to be answered.</summary>
    public static bool IsAskedOf(Standing standing, Viewer viewer, string place)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(viewer);
        return standing.Parties.Any(party => party.Place == place && party.EndedAt is null && viewer.Tokens.Contains(party.Token));
    }

    private Task<bool> IsOfAsync(ItemQuestion question, Viewer viewer, CancellationToken cancellationToken)
    {
        var tokens = viewer.Tokens;
        return db.MatterParties.AnyAsync(party => party.Id == question.PartyId && tokens.Contains(party.Token), cancellationToken);
    }
}
