using Comity.Protocols.Explanations;
using Comity.Service.Concerns;
using Comity.Service.Concerns.Raising;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Concerns.Raise;

/// <summary>What kind of concern it is: each has a way of its own in the protocol, and some have none.</summary>
public sealed class KindModel(ConcernDrafts drafts, ConcernRules rules, CouncilOnDate council, Library library, CurrentViewer current)
    : RaisePage(drafts, rules, council, current)
{
    [BindProperty]
    public string? Act { get; set; }

    public IReadOnlyList<ConcernAct> Acts { get; private set; } = [];

    /// <summary>Somebody whom the council employs would bring a grievance about a member: in England it could end in no sanction.</summary>
    public bool GrievanceAboutMember { get; private set; }

    /// <summary>What the protocol says to an officer's taking a matter of the own job to a member.</summary>
    public IReadOnlyList<Guidance> OwnJob { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadActsAsync(cancellationToken);
        Act = Draft.Act;
        return Acts.Count == 0 ? LocalRedirect(Step("about")) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadActsAsync(cancellationToken);
        if (Acts.Count == 0)
        {
            return LocalRedirect(Step("about"));
        }

        if (Acts.FirstOrDefault(act => act.Key == Act) is not { } chosen)
        {
            ModelState.AddModelError(nameof(Act), "Choose what it is about");
            return Page();
        }

        await KeepAsync(
            chosen.Key == Draft.Act
                ? Draft
                : Draft with
                {
                    Act = chosen.Key,
                    Facts = new Dictionary<string, string>(),
                    PassesOver = null,
                    ReasonToPassOver = null,
                    ReasonToGoOn = null,
                    Door = null,
                },
            cancellationToken
        );
        return LocalRedirect(Step("protocol"));
    }

    private async Task LoadActsAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Draft.About is not { } about)
        {
            return;
        }

        var read = await library.OnAsync(Today, cancellationToken);
        var vocabulary = read.Vocabulary;
        var isOfficer = Is(vocabulary, Viewer.PersonId, RolesOnDay.Officer);
        Acts = ActsAbout(vocabulary, about);
        GrievanceAboutMember = isOfficer && Is(vocabulary, about, RolesOnDay.Member);
        OwnJob = isOfficer
            ?
            [
                .. Rules.OwnJob(read),
                .. Is(vocabulary, about, RolesOnDay.Officer) ? Rules.OwnJob(read, aboutColleague: true) : Array.Empty<Guidance>(),
            ]
            : [];
    }
}
