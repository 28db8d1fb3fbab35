using Comity.Service.Concerns;
using Comity.Service.Concerns.Raising;
using Comity.Service.People;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Concerns.Raise;

/// <summary>Everything once more, with who will hear it and who never will; then it is sent.</summary>
public sealed class CheckModel(
    ConcernDrafts drafts,
    ConcernRules rules,
    CouncilOnDate council,
    RaiseConcern raise,
    ConcernsBefore earlier,
    CurrentViewer current
) : RaisePage(drafts, rules, council, current)
{
    [BindProperty]
    public string? Door { get; set; }

    public ConcernAnswer Answer { get; private set; } = null!;

    public ConcernAct Act => ConcernAct.Find(Draft.Act)!;

    public IReadOnlyList<ConcernDoor> Doors => [.. Answer.Doors.Where(door => !door.IsTalk)];

    /// <summary>How many the person has raised before; nothing is refused because of it.</summary>
    public CountedBefore Before { get; private set; } = new(0, 0, 0, 0);

    /// <summary>Grounds by their clauses, as far as they were chosen.</summary>
    public IReadOnlyList<ConcernGround> Grounds { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await TryLoadAsync(cancellationToken))
        {
            return await SentBeforeAsync(cancellationToken);
        }

        return await BeforeAsync(cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await TryLoadAsync(cancellationToken))
        {
            return await SentBeforeAsync(cancellationToken);
        }

        if (await BeforeAsync(cancellationToken) is { } earlier)
        {
            return earlier;
        }

        Door ??= Doors is [var only] ? only.Key : null;
        if (Doors.FirstOrDefault(door => door.Key == Door) is not { } chosen)
        {
            ModelState.AddModelError(nameof(Door), "Choose who is to hear it");
            return Page();
        }

        var request = new RaiseConcernRequest
        {
            DraftId = DraftId,
            About = Draft.About!.Value,
            Act = Draft.Act!,
            Facts = Draft.Facts,
            Grounds = Draft.Grounds,
            Equality = Draft.Equality,
            WhatHappened = Draft.WhatHappened!,
            HappenedOn = Draft.HappenedOn,
            PutRight = Draft.PutRight!,
            Files = await Drafts.FilesAsync(Draft, cancellationToken),
            Consents = Draft.Consents ?? [],
            PassesOver = Draft.PassesOver,
            ReasonToPassOver = Draft.ReasonToPassOver,
            ReasonToGoOn = Draft.ReasonToGoOn,
            Door = chosen.Key,
        };
        switch (await raise.ExecuteAsync(request, Viewer, cancellationToken))
        {
            case RaiseConcernResult.Raised raised:
                return ToTheConcern(raised);
            case RaiseConcernResult.OtherDoor other:
                Answer = other.Answer;
                ModelState.AddModelError(
                    nameof(Door),
                    "Who would hear it has changed since you opened this page. Look at it again before you send it"
                );
                return Page();
            case RaiseConcernResult.Refused refused:
                Answer = refused.Answer;
                return LocalRedirect(Step("protocol"));
            default:
                return await SentBeforeAsync(cancellationToken);
        }
    }

    public async Task<IActionResult> OnPostThrowAwayAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await Drafts.ThrowAwayAsync(DraftId, Viewer, cancellationToken);
        TempData["Done"] = "It has been thrown away. Nobody has seen it.";
        return LocalRedirect("/concerns");
    }

    private async Task<IActionResult?> BeforeAsync(CancellationToken cancellationToken)
    {
        if (await AnswerAsync(cancellationToken) is not { } answer)
        {
            return LocalRedirect(Step(Draft.About is null ? "about" : "kind"));
        }

        Answer = answer;
        Before = await earlier.CountAsync(Viewer, Viewer.PersonId, Draft.About!.Value, besides: null, cancellationToken);
        Grounds =
        [
            .. ConcernGrounds
                .Under(answer.Read, RolesOnDay.Of(Register, answer.Read.Vocabulary, Draft.About!.Value, Today))
                .Where(ground => Draft.Grounds.Contains(ground.Norm)),
        ];
        return !answer.MayGoOn(Draft.ReasonToGoOn) || Doors.Count == 0 ? LocalRedirect(Step("protocol"))
            : Draft is not { WhatHappened: not null, PutRight: not null } ? LocalRedirect(Step("words"))
            : Draft.Consents is null ? LocalRedirect(Step("consent"))
            : null;
    }

    // A second click, a form that is sent again, a reload: the same concern, and no second one.
    private async Task<IActionResult> SentBeforeAsync(CancellationToken cancellationToken) =>
        await raise.SentBeforeAsync(DraftId, Viewer, cancellationToken) is RaiseConcernResult.Raised raised
            ? ToTheConcern(raised)
            : throw new NotFoundException();

    private LocalRedirectResult ToTheConcern(RaiseConcernResult.Raised raised)
    {
        TempData["Done"] = "Your concern has been sent.";
        return LocalRedirect(MatterPath.Of(Concern.MatterKind, raised.Reference));
    }
}
