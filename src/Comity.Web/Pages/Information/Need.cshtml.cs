using Comity.Service.Information;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Information;

public sealed class NeedModel(Comity.Service.Requests.Enquiries enquiries, InformationItems items, StateNeed act, CurrentViewer current)
    : ItemPageModel(enquiries, items, current)
{
    [BindProperty]
    public string? Duty { get; set; }

    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? Purpose { get; set; }

    [BindProperty]
    public string? Interests { get; set; }

    [BindProperty]
    public bool InConfidence { get; set; }

    protected override bool May(Standing standing) => standing.IsAsker && InformationItems.IsAskedIn(standing.Matter);

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await base.OnGetAsync(cancellationToken);
        (Duty, On, Why, Purpose, Interests) = (
            Read.Need?.Duty,
            Read.Need?.Matter,
            Read.Need?.Why,
            Read.Need?.Purpose,
            Read.Need?.Interests
        );
        InConfidence = Read.Need?.InConfidence == true;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var need = new StatedNeed(
            Text(Duty, nameof(Duty), "Enter which duty calls for it"),
            Text(On, nameof(On), "Enter on which matter"),
            Text(Why, nameof(Why), "Enter why it is necessary"),
            Text(Purpose, nameof(Purpose), "Enter what you will use it for"),
            Text(Interests, nameof(Interests), null),
            InConfidence
        );
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new StateNeedRequest(At, Number, need), Viewer, cancellationToken),
                "What you need it for has been sent.",
                nameof(Duty),
                cancellationToken
            )
            : Page();
    }
}
