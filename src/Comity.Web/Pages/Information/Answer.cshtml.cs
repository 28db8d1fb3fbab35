using Comity.Service.Information;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Information;

public sealed class AnswerModel(Comity.Service.Requests.Enquiries enquiries, InformationItems items, AnswerDoubt act, CurrentViewer current)
    : ItemPageModel(enquiries, items, current)
{
    private static readonly ItemAnswerWord[] OfProperOfficer = [ItemAnswerWord.Release, ItemAnswerWord.Withhold];
    private static readonly ItemAnswerWord[] OfOthers = [ItemAnswerWord.Settled, ItemAnswerWord.PassedOn];

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>What is with the viewer, the earliest first.</summary>
    public IReadOnlyList<QuestionAsRead> Asked { get; private set; } = [];

    public bool IsForProperOfficer => Asked is [{ Row.Kind: ItemQuestionKind.ProperOfficer }, ..];

    protected override bool May(Standing standing) => AnswerDoubt.IsAskedOf(standing, Viewer, ItemQuestions.Consulted);

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        await base.ReadMoreAsync(cancellationToken);
        var own = Standing
            .Parties.Where(party => party.EndedAt is null && Viewer.Tokens.Contains(party.Token))
            .Select(party => (Guid?)party.Id)
            .ToHashSet();
        Asked = [.. Read.Doubts.Where(doubt => own.Contains(doubt.Row.PartyId)).Take(1)];
        if (Asked.Count == 0)
        {
            throw new NotFoundException();
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!Enum.TryParse<ItemAnswerWord>(Answer, out var answer) || !(IsForProperOfficer ? OfProperOfficer : OfOthers).Contains(answer))
        {
            ModelState.AddModelError(nameof(Answer), "Choose your answer");
        }

        var words = Text(Words, nameof(Words), "Enter what you say");
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new AnswerDoubtRequest(At, Asked[0].Row.Id, answer, words), Viewer, cancellationToken),
                "Your answer is with whoever has the request.",
                nameof(Answer),
                cancellationToken
            )
            : Page();
    }
}
