using Comity.Protocols;
using Comity.Protocols.Vocabularies;
using Comity.Service.Concerns;
using Comity.Service.Concerns.Raising;
using Comity.Service.People;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Concerns.Raise;

/// <summary>Asks what the protocol still needs to know, question by question; then shows the way that it lays down, with the people in it, before anything is written.</summary>
public sealed class ProtocolModel(ConcernDrafts drafts, ConcernRules rules, CouncilOnDate council, CurrentViewer current)
    : RaisePage(drafts, rules, council, current)
{
    private const int MostCharacters = 1_000;

    /// <summary>The fact that is asked for: the protocol's next question, or one that it takes for granted and the person wants to put right.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Fact { get; set; }

    [BindProperty]
    public string? Value { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Whether the person goes on without the talk that the protocol would have first.</summary>
    [BindProperty]
    public string? Talk { get; set; }

    [BindProperty]
    public string? WithoutTalk { get; set; }

    public ConcernAnswer Answer { get; private set; } = null!;

    public Fact? Asked =>
        Answer.Question?.Fact
        ?? Answer.Turning.FirstOrDefault(fact => fact.Choices.Count > 0)
        ?? Answer.Read.Vocabulary.Facts.Values.FirstOrDefault(fact =>
            fact.Name == Fact && fact.Choices.Count > 0 && Draft.Facts.ContainsKey(fact.Name)
        );

    /// <summary>The talk that comes first.</summary>
    public ConcernDoor? First => Answer.Doors is [{ IsTalk: true } talk] ? talk : null;

    /// <summary>What was answered, to be put right.</summary>
    public IEnumerable<(Fact Fact, string Answer)> Answered =>
        Draft
            .Facts.Where(pair => Answer.Read.Vocabulary.Facts.ContainsKey(pair.Key))
            .Select(pair => (Answer.Read.Vocabulary.Facts[pair.Key], pair.Value))
            .Select(pair => (pair.Item1, pair.Item1.Choices.FirstOrDefault(choice => choice.Name == pair.Value)?.Label ?? pair.Value));

    public bool NeedsReason => Answer.Decision.Outcome == Outcome.ShouldNot;

    public bool Stopped => Answer.Decision.Outcome is Outcome.Forbidden or Outcome.CannotTell;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await BeforeAsync(cancellationToken) is { } earlier)
        {
            return earlier;
        }

        Reason = Draft.ReasonToGoOn;
        WithoutTalk = Draft.ReasonToPassOver;
        return Page();
    }

    /// <summary>Takes back that the talk is passed over.</summary>
    public async Task<IActionResult> OnPostTalkAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await KeepAsync(Draft with { PassesOver = null, ReasonToPassOver = null, Door = null }, cancellationToken);
        return LocalRedirect(Step("protocol"));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await BeforeAsync(cancellationToken) is { } earlier)
        {
            return earlier;
        }

        if (Asked is { } asked)
        {
            if (Fact != asked.Name || asked.Choices.All(choice => choice.Name != Value))
            {
                ModelState.AddModelError(nameof(Value), "Choose an answer");
                return Page();
            }

            await KeepAsync(
                Draft with
                {
                    Facts = new Dictionary<string, string>(Draft.Facts) { [asked.Name] = Value! },
                    Door = null,
                },
                cancellationToken
            );
            return LocalRedirect(Step("protocol"));
        }

        if (Stopped)
        {
            return LocalRedirect(Step("protocol"));
        }

        if (First is { } first && !await PassOverAsync(first, cancellationToken))
        {
            return ModelState.IsValid ? LocalRedirect("/concerns") : Page();
        }

        if (NeedsReason && IsMissing(Reason, nameof(Reason), "Enter your reason for going on"))
        {
            return Page();
        }

        await KeepAsync(Draft with { ReasonToGoOn = NeedsReason ? Reason!.Trim() : null }, cancellationToken);
        return LocalRedirect(First is null ? Step("words") : Step("protocol"));
    }

    private async Task<bool> PassOverAsync(ConcernDoor talk, CancellationToken cancellationToken)
    {
        if (Talk == "first")
        {
            TempData["Done"] = "Your draft is kept. Come back to it after you have talked, if it is still needed.";
            return false;
        }

        if (Talk != "without")
        {
            ModelState.AddModelError(nameof(Talk), "Choose whether you talk first");
            return false;
        }

        if (IsMissing(WithoutTalk, nameof(WithoutTalk), "Enter why you go on without a first talk"))
        {
            return false;
        }

        await KeepAsync(Draft with { PassesOver = talk.Stage, ReasonToPassOver = WithoutTalk!.Trim(), Door = null }, cancellationToken);
        return true;
    }

    private bool IsMissing(string? words, string field, string missing)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            ModelState.AddModelError(field, missing);
        }
        else if (words.Length > MostCharacters)
        {
            ModelState.AddModelError(field, "Your reason must be 1,000 characters or fewer");
        }

        return !ModelState.IsValid;
    }

    private async Task<IActionResult?> BeforeAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (await AnswerAsync(cancellationToken) is not { } answer)
        {
            return LocalRedirect(Step(Draft.About is null ? "about" : "kind"));
        }

        Answer = answer;
        return null;
    }
}
