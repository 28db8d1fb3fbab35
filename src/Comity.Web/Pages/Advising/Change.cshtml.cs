using Comity.Service.Advising;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Advising;

/// <summary>A member wants advice to be different: what the protocol says of each way of wanting it stands there before anything is sent.</summary>
public sealed class ChangeModel(
    Comity.Service.Requests.Enquiries enquiries,
    AdviceInMatter inMatter,
    AskForOtherAdvice ask,
    AdviceRules rules,
    CurrentViewer current
) : AdvicePage(enquiries, inMatter, current)
{
    private const int MostInReason = 1_000;

    [BindProperty]
    public string? Way { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<SelectListItem> Ways { get; } = Choices(PressedBy.ByMember);

    /// <summary>For each way what the protocol says.</summary>
    public IReadOnlyList<(PressedBy Way, AdviceAnswer Answer)> Answers { get; private set; } = [];

    /// <summary>The member has asked before: to ask again is to press.</summary>
    public bool HasAsked { get; private set; }

    public bool AsksReason => Answers.Any(one => one.Answer.IsAdvisedAgainst);

    protected override string Missing => "Enter what you would have different, and why";

    protected override bool May(Standing standing) => AdviceInMatter.IsReader(standing, Viewer);

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        await base.ReadMoreAsync(cancellationToken);
        if (Advice is null)
        {
            throw new NotFoundException();
        }

        var own = InMatter.TokenOf(Viewer, Matter);
        HasAsked = Advice.Remarks.Any(remark => remark.Kind == AdviceRemarkKind.ChangeAsked && remark.OfToken == own);
        var answers = new List<(PressedBy, AdviceAnswer)>();
        foreach (var way in PressedBy.ByMember)
        {
            var known = HasAsked ? way with { Pressed = true } : way;
            answers.Add((way, await rules.ChangingAsync(Viewer.Roles, known, Today, cancellationToken)));
        }

        Answers = answers;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        if (Reason?.Length > MostInReason)
        {
            ModelState.AddModelError(nameof(Reason), "The reason must be 1,000 characters or fewer");
        }

        if (PressedBy.Find(PressedBy.ByMember, Way) is not { } way)
        {
            ModelState.AddModelError(nameof(Way), "Choose what you ask");
            return Page();
        }

        return ModelState.IsValid
            ? await FinishAsync(
                () => ask.ExecuteAsync(new AskForOtherAdviceRequest(At, Advice!.Number, way, Words!, Reason), Viewer, cancellationToken),
                "The officer has been told. The advice stays as it is unless the officer writes a new version.",
                nameof(Way),
                cancellationToken
            )
            : Page();
    }
}
