using Comity.Protocols;
using Comity.Protocols.Explanations;
using Comity.Protocols.Vocabularies;
using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Service.Matters;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Concerns;

/// <summary>Whoever hears it takes it up: first what the protocol says to that.</summary>
public sealed class TakeUpModel(ConcernMatters concerns, TakeUpConcern act, CurrentViewer current) : ConcernWordsPage(concerns, current)
{
    /// <summary>Answers to what the protocol asks of whoever takes charge.</summary>
    [BindProperty]
    public Dictionary<string, string> Facts { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    public Decision Says { get; private set; } = null!;

    /// <summary>What the protocol asks, as far as it can be answered by choosing.</summary>
    public IReadOnlyList<Fact> Questions { get; private set; } = [];

    /// <summary>What the protocol says of settling it.</summary>
    public IReadOnlyList<Guidance> Settling { get; private set; } = [];

    public Citation? Wanting => TakeUpConcern.WantsReason(Says);

    public bool MayNot => Says.Outcome is Outcome.Forbidden or Outcome.CannotTell;

    protected override string Missing => "Enter what you tell whoever raised it";

    protected override bool May(ConcernSeen seen) => seen is { IsHearer: true, Matter.State: MatterState.Open };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        foreach (var fact in Questions.Where(fact => fact.Choices.All(choice => choice.Name != Facts.GetValueOrDefault(fact.Name))))
        {
            ModelState.AddModelError($"Facts[{fact.Name}]", "Choose an answer");
        }

        if (Wanting is not null && ModelState.IsValid)
        {
            CheckLength(nameof(Reason), Reason, "Enter why you go on all the same, or step aside");
        }

        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new TakeUpConcernRequest(At, Facts, Reason?.Trim(), Words!.Trim()), Viewer, cancellationToken),
                "You have taken it up.",
                nameof(Reason),
                cancellationToken
            )
            : Page();
    }

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        var asked = await act.SaysAsync(Seen, Viewer, new Dictionary<string, string>(), Today, cancellationToken);
        Questions =
        [
            .. asked
                .Questions.Select(question => question.Fact)
                .Concat(asked.Conditions.Where(condition => !condition.IsMet).Select(condition => condition.Fact).OfType<Fact>())
                .Where(fact => fact.Choices.Count > 0 && RecordConsultation.All.All(one => one.Fact != fact.Name))
                .Distinct(),
        ];

        Settling = await act.SettlingAsync(Seen, Viewer, Today, cancellationToken);

        // A form without a question in it binds every field of its own into a dictionary; only answers to what is asked are kept.
        Facts = Facts
            .Where(pair => Questions.Any(fact => fact.Name == pair.Key && fact.Choices.Any(choice => choice.Name == pair.Value)))
            .ToDictionary(StringComparer.Ordinal);
        Says = Facts.Count == 0 ? asked : await act.SaysAsync(Seen, Viewer, Facts, Today, cancellationToken);
    }
}
