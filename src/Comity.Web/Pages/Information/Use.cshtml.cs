using Comity.Service.Information;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Information;

public sealed class UseModel(Comity.Service.Requests.Enquiries enquiries, InformationItems items, AskOtherUse act, CurrentViewer current)
    : ItemPageModel(enquiries, items, current)
{
    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public bool BelievedConfidential { get; set; }

    [BindProperty]
    public string? Exception { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    protected override bool May(Standing standing) => standing.IsAsker && InformationItems.IsAskedIn(standing.Matter);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (What is not ("other-use" or "pass-on"))
        {
            ModelState.AddModelError(nameof(What), "Choose what you would do");
        }

        var use = new OtherUse(
            What == "pass-on",
            Text(Words, nameof(Words), "Enter what for, or to whom"),
            BelievedConfidential,
            Text(Exception, nameof(Exception), null)
        );
        var reason = Text(Reason, nameof(Reason), null);
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new AskOtherUseRequest(At, Number, use, reason), Viewer, cancellationToken),
                "The answer stands below.",
                nameof(Reason),
                cancellationToken
            )
            : Page();
    }
}
