using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Concerns;

/// <summary>Whoever hears it brings in somebody who hears it with them.</summary>
public sealed class TogetherModel(ConcernMatters concerns, NameHearer names, HearTogether act, CurrentViewer current)
    : ConcernWordsPage(concerns, current)
{
    [BindProperty]
    public string? Person { get; set; }

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    protected override string Missing => "Enter why somebody else hears it too";

    protected override bool May(ConcernSeen seen) => seen is { IsHearer: true, IsOpen: true };

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        var hearing = Course.Step.Hearers.Select(hearer => hearer.PersonId).ToHashSet();
        People = HearerChoice.Of(
            (await names.MayHearAsync(Course, Today, cancellationToken)).Where(one => !hearing.Contains(one.PersonId))
        );
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        if (HearerChoice.Read(Person) is not { } chosen || People.All(item => item.Value != Person))
        {
            ModelState.AddModelError(nameof(Person), "Choose the person who hears it with you");
            chosen = default;
        }

        return ModelState.IsValid
            ? await FinishAsync(
                () =>
                    act.ExecuteAsync(
                        new HearTogetherRequest(At, chosen.PersonId, chosen.OfficeId, Words!.Trim()),
                        Viewer,
                        cancellationToken
                    ),
                "They hear it with you now.",
                nameof(Person),
                cancellationToken
            )
            : Page();
    }
}
