using Comity.Protocols;
using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Requests;
using Comity.Service.Storage;

namespace Comity.Service.Information;

/// <param name="ReasonToGoOn">Why the member goes on although the protocol advises against it.</param>
public sealed record AskOtherUseRequest(MatterAt At, int Item, OtherUse Use, string ReasonToGoOn);

/// <summary>
/// A member would use what was let out for something else, or pass it on, and learns what the protocol says of that. What came of it is kept beside the purpose for
/// which it was let out; a no stays on record as a no.
/// </summary>
public sealed class AskOtherUse(ComityDb db, Enquiries enquiries, InformationItems items, InformationRules rules, Decisions decisions)
{
    public Task<ActResult> ExecuteAsync(AskOtherUseRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsAsker,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                if (
                    await items.FindAsync(matter, request.Item, cancellationToken)
                    is not { Item: { Outcome: ItemOutcome.All or ItemOutcome.Part, ToldAt: not null } } read
                )
                {
                    return new("Nothing of it has been let out to you.", Audience.SafeguardSource);
                }

                var (texts, decision) = await rules.UseAsync(read, request.Use, write.Today, cancellationToken);
                var source = decision.DecidedBy.Select(citation => citation.Norm).FirstOrDefault() ?? Audience.SafeguardSource;
                if (decision.Outcome == Outcome.ShouldNot && request.ReasonToGoOn.Length == 0)
                {
                    var why = string.Join(
                        ' ',
                        decision.Shows.Where(show => decision.DecidedBy.Contains(show.Citation)).Select(show => show.Text)
                    );
                    return new($"{why} If you go on all the same, say why.", source);
                }

                await decisions.KeepAsync(write, matter, decision.ToKeep(texts), cancellationToken);
                db.ItemQuestions.Add(
                    new ItemQuestion
                    {
                        Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
                        MatterId = matter.Id,
                        ItemId = read.Item.Id,
                        Kind = ItemQuestionKind.Use,
                        AskedToken = write.ActorToken(matter),
                        WordsContentId = await items.KeepAsync(
                            write,
                            matter,
                            read.Item,
                            Parts.Content,
                            request.Use.IsPassingOn ? "passing-on-asked" : "other-use-asked",
                            Words(request.Use),
                            cancellationToken
                        ),
                        AnswerContentId = await items.KeepAsync(
                            write,
                            matter,
                            read.Item,
                            Parts.Content,
                            "use-answered",
                            Says(decision, request.ReasonToGoOn),
                            cancellationToken
                        ),
                        Answer = decision.Outcome switch
                        {
                            Outcome.Forbidden => ItemAnswerWord.NotAllowed,
                            Outcome.ShouldNot => ItemAnswerWord.GoesOnWithReason,
                            Outcome.Permitted or Outcome.PermittedOnCondition => ItemAnswerWord.Allowed,
                            _ => ItemAnswerWord.NotSaid,
                        },
                        Source = source,
                        AskedAt = write.At,
                        AnsweredAt = write.At,
                    }
                );
                return null;
            },
            cancellationToken
        );

    private static string Words(OtherUse use) =>
        use.Exception.Length == 0 ? use.Words : $"{use.Words}\nThe exception in the code: {use.Exception}";

    private static string Says(Decision decision, string reasonToGoOn)
    {
        var said = decision.Shows.Where(show => decision.DecidedBy.Contains(show.Citation)).Select(show => show.Text).Distinct().ToList();
        var words = said.Count > 0 ? string.Join(' ', said) : decision.Gap?.Says ?? "The protocol does not say.";
        return reasonToGoOn.Length == 0 ? words : $"{words}\nWhy the member goes on: {reasonToGoOn}";
    }
}
