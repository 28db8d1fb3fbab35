using Comity.Protocols;
using Comity.Protocols.Vocabularies;
using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Concerns;

/// <summary>It was not settled at this step: where it goes, shown before it goes there.</summary>
public sealed class NextStepModel(ConcernMatters concerns, MoveConcernOn act, CurrentViewer current) : ConcernWordsPage(concerns, current)
{
    [BindProperty]
    public string? Door { get; set; }

    /// <summary>Answers to what the protocol asks about the next step.</summary>
    [BindProperty]
    public Dictionary<string, string> Facts { get; set; } = [];

    [BindProperty]
    public bool Formal { get; set; }

    [BindProperty]
    public string? Law { get; set; }

    [BindProperty]
    public string? Untried { get; set; }

    /// <summary>The protocol would have it settled before the statutory officer to whom it goes is drawn in.</summary>
    public bool IsEarly { get; private set; }

    public ConcernAnswer Answer { get; private set; } = null!;

    /// <summary>What turns the next step, and is asked of whoever takes it on.</summary>
    public IReadOnlyList<Fact> Questions { get; private set; } = [];

    public bool IsAnswered => Questions.All(fact => Facts.ContainsKey(fact.Name));

    public IReadOnlyList<ConcernDoor> Doors => [.. Answer.Doors.Where(door => !door.IsTalk)];

    /// <summary>It becomes formal with the step whatever is chosen.</summary>
    public bool IsFormalAnyway => Doors.Count > 0 && Doors.All(MoveConcernOn.IsFormal);

    /// <summary>Whoever hears it makes it formal without the consent of whoever raised it.</summary>
    public bool NeedsLaw => !Seen.IsRaiser && !Course.IsFormal && !Course.HasConsent(ConcernConsent.Formal);

    protected override string Missing => "Enter why it was not settled";

    protected override bool May(ConcernSeen seen) => seen.IsOpen && (seen.IsHearer || seen.IsRaiser) && !seen.Course.Step.SaysWhoHears;

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        var asked = await act.AfterAsync(Course, new Dictionary<string, string>(), Today, cancellationToken);
        Questions = [.. asked.Turning.Concat(asked.Question is { } next ? [next.Fact] : []).Where(fact => fact.Choices.Count > 0)];
        Facts = Facts
            .Where(pair => Questions.Any(fact => fact.Name == pair.Key && fact.Choices.Any(choice => choice.Name == pair.Value)))
            .ToDictionary(StringComparer.Ordinal);
        Answer = Facts.Count == 0 ? asked : await act.AfterAsync(Course, Facts, Today, cancellationToken);
        foreach (var door in Doors)
        {
            IsEarly |= await act.StatutoryAsync(Course, door, Viewer, Today, cancellationToken) is { Outcome: Outcome.ShouldNot };
        }
    }

    /// <summary>What is asked first is answered; the page shows where it goes then.</summary>
    public async Task<IActionResult> OnPostFactsAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        foreach (var fact in Questions.Where(fact => !Facts.ContainsKey(fact.Name)))
        {
            ModelState.AddModelError($"Facts[{fact.Name}]", "Choose an answer");
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        Door ??= Doors is [var only] ? only.Key : null;
        if (!IsAnswered)
        {
            ModelState.AddModelError(nameof(Door), "Answer what the protocol asks first");
        }
        else if (Doors.All(door => door.Key != Door))
        {
            ModelState.AddModelError(nameof(Door), "Choose where it goes");
        }

        if ((Formal || IsFormalAnyway) && NeedsLaw)
        {
            CheckLength(nameof(Law), Law, "Enter which law demands it: whoever raised it has not agreed that it becomes formal");
        }

        return ModelState.IsValid
            ? await FinishAsync(
                () =>
                    act.ExecuteAsync(
                        new MoveConcernOnRequest(At, Words!.Trim(), Door, Formal, Law?.Trim()) { Facts = Facts, Untried = Untried?.Trim() },
                        Viewer,
                        cancellationToken
                    ),
                "It has gone on to the next step.",
                nameof(Door),
                cancellationToken
            )
            : Page();
    }
}
