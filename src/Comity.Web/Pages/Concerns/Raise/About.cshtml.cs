using Comity.Service.Concerns;
using Comity.Service.Concerns.Raising;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Concerns.Raise;

/// <summary>Whom it is about.</summary>
public sealed class AboutModel(
    ConcernDrafts drafts,
    ConcernRules rules,
    CouncilOnDate council,
    RegisterChoices choices,
    Library library,
    CurrentViewer current
) : RaisePage(drafts, rules, council, current)
{
    [BindProperty]
    public Guid? Person { get; set; }

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadListAsync(cancellationToken);
        Person = Draft.About;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadListAsync(cancellationToken);
        if (Person is not { } about || People.All(item => item.Value != about.ToString()))
        {
            ModelState.AddModelError(nameof(Person), "Choose the person whom it is about");
            return Page();
        }

        // Where only one kind of concern can be meant, it is not asked. About somebody else everything else is another question.
        var acts = ActsAbout((await library.OnAsync(Today, cancellationToken)).Vocabulary, about);
        await KeepAsync(
            about == Draft.About
                ? Draft
                : Draft with
                {
                    About = about,
                    Act = acts is [var only] ? only.Key : null,
                    Facts = new Dictionary<string, string>(),
                    PassesOver = null,
                    ReasonToPassOver = null,
                    ReasonToGoOn = null,
                    Grounds = [],
                    Door = null,
                },
            cancellationToken
        );
        return LocalRedirect(Step(acts.Count == 1 ? "protocol" : "kind"));
    }

    private async Task LoadListAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        People = [.. (await choices.PeopleAsync(Today, cancellationToken)).Where(item => item.Value != Viewer.PersonId.ToString())];
    }
}
