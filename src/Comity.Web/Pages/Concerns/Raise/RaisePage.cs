using Comity.Protocols;
using Comity.Service.Concerns;
using Comity.Service.Concerns.Raising;
using Comity.Service.Kept;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.Concerns.Raise;

/// <summary>A step of raising a concern. What has been filled in so far is in a draft of the person's own; another person's draft does not exist.</summary>
public abstract class RaisePage(ConcernDrafts drafts, ConcernRules rules, CouncilOnDate council, CurrentViewer current) : PageModel
{
    [FromRoute(Name = "draft")]
    public Guid DraftId { get; set; }

    public ConcernDraft Draft { get; private set; } = new();

    public Viewer Viewer { get; private set; } = Viewer.Nobody;

    protected ConcernDrafts Drafts => drafts;

    protected ConcernRules Rules => rules;

    protected DateOnly Today => current.Today;

    protected CouncilRegister Register { get; private set; } = null!;

    /// <summary>The person whom it is about, by name and offices.</summary>
    public string About => Draft.About is { } about ? NameOf(about) : "";

    protected string Step(string step) => $"/concerns/raise/{DraftId:D}/{step}";

    protected async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (!await TryLoadAsync(cancellationToken))
        {
            throw new NotFoundException();
        }
    }

    protected async Task<bool> TryLoadAsync(CancellationToken cancellationToken)
    {
        Viewer = await current.GetAsync(cancellationToken);
        Register = await council.RegisterAsync(Today, cancellationToken);
        if (Viewer.OfficeIds.Count == 0 || await drafts.FindAsync(DraftId, Viewer, cancellationToken) is not { } found)
        {
            return false;
        }

        Draft = found;
        return true;
    }

    protected async Task KeepAsync(ConcernDraft draft, CancellationToken cancellationToken)
    {
        await drafts.ChangeAsync(DraftId, Viewer, draft, cancellationToken);
        Draft = draft;
    }

    /// <summary>What the protocol says to what has been filled in; null while it is not said whom it is about, or what kind of concern it is.</summary>
    protected async Task<ConcernAnswer?> AnswerAsync(CancellationToken cancellationToken) =>
        Draft.CaseFor(Viewer.PersonId, Today) is { } concern ? await rules.AskAsync(concern, cancellationToken) : null;

    /// <summary>What kinds of concern the viewer may mean about this person; often there is one alone.</summary>
    protected IReadOnlyList<ConcernAct> ActsAbout(Vocabulary vocabulary, Guid about) =>
        ConcernAct.Between(Is(vocabulary, Viewer.PersonId, RolesOnDay.Officer), Is(vocabulary, about, RolesOnDay.Member));

    protected bool Is(Vocabulary vocabulary, Guid person, string role) =>
        RolesOnDay.Of(Register, vocabulary, person, Today).Any(own => vocabulary.RoleIs(own, role));

    protected string NameOf(Guid person)
    {
        var offices = Register.OfficesOf(person, Today).Where(held => !held.AsDeputy).Select(held => held.Title).ToList();
        return offices.Count == 0 ? Register.NameOf(person) ?? "" : $"{Register.NameOf(person)}, {string.Join(", ", offices)}";
    }
}
