using System.ComponentModel.DataAnnotations;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Ask;

/// <summary>Asks by what power an officer is to do something. A power that the council has given is chosen from its register, by its minute.</summary>
public sealed class AuthorityModel(Drafts drafts, EnquiryRules rules, CouncilOnDate council, CurrentViewer current)
    : AskPageModel(drafts, rules, current)
{
    private const string Own = "own";
    private const string OfCouncil = "council";
    private const string OfCommittee = "committee";

    [BindProperty]
    [Required(ErrorMessage = "Choose on whose authority")]
    public string? Of { get; set; }

    [BindProperty]
    [StringLength(200, ErrorMessage = "Which resolution it was must be 200 characters or fewer")]
    public string? Resolution { get; set; }

    public IReadOnlyList<Delegation> Given { get; private set; } = [];

    /// <summary>What was resolved is passed on as an instruction, and not asked for.</summary>
    public bool MayCite => Kind == EnquiryKind.Instruction;

    public string Whom => Draft.MemberId is null ? "you" : "this member";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadGivenAsync(cancellationToken);
        Of = Draft.Authority switch
        {
            null => null,
            { Of: AuthorityOf.Delegation, DelegationId: { } id } => id.ToString("D"),
            { Of: AuthorityOf.Council } => OfCouncil,
            { Of: AuthorityOf.Committee } => OfCommittee,
            _ => Own,
        };
        Resolution = Draft.Authority?.Resolution;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadGivenAsync(cancellationToken);
        var given = Given.FirstOrDefault(one => one.Id.ToString("D") == Of);
        var isCited = MayCite && Of is OfCouncil or OfCommittee;
        if (Of is not null && Of != Own && given is null && !isCited)
        {
            ModelState.AddModelError(nameof(Of), "Choose on whose authority");
        }

        if (isCited && string.IsNullOrWhiteSpace(Resolution))
        {
            ModelState.AddModelError(nameof(Resolution), "Enter which resolution it was");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await KeepAsync(
            Draft with
            {
                Authority =
                    given is not null ? new Authority(AuthorityOf.Delegation, given.Id)
                    : isCited ? new Authority(Of == OfCouncil ? AuthorityOf.Council : AuthorityOf.Committee, null, Resolution!.Trim())
                    : Authority.Own,
            },
            cancellationToken
        );
        return RedirectToPage("Rule", new { draft = DraftId });
    }

    private async Task LoadGivenAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Given = Kind.IsWork ? await council.DelegationsOfAsync(MemberId, ReceivedOn, cancellationToken) : [];
    }
}
