using System.ComponentModel.DataAnnotations;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Ask;

public sealed class ResidentModel(Drafts drafts, EnquiryRules rules, CurrentViewer current) : AskPageModel(drafts, rules, current)
{
    private const string OwnRequest = "The person asked for it.";

    // The four limbs for a request made by somebody else, in the order of the Schedule.
    private static readonly string[] Limbs =
    [
        "The person cannot give consent.",
        "Consent cannot reasonably be got from the person.",
        "Asking for consent would prejudice what has to be done.",
        "Consent is unreasonably withheld and it is needed for somebody else.",
    ];

    [BindProperty]
    [Required(ErrorMessage = "Choose whether you want to give a resident’s details")]
    public string? For { get; set; }

    [BindProperty]
    [StringLength(120, ErrorMessage = "The resident’s name must be 120 characters or fewer")]
    public string? Name { get; set; }

    [BindProperty]
    [StringLength(200, ErrorMessage = "How to reach them must be 200 characters or fewer")]
    public string? Contact { get; set; }

    [BindProperty]
    [StringLength(300, ErrorMessage = "The address must be 300 characters or fewer")]
    public string? Address { get; set; }

    [BindProperty]
    public bool? AskedThemselves { get; set; }

    [BindProperty]
    public string? Basis { get; set; }

    public IReadOnlyList<SelectListItem> Grounds { get; } = [.. Limbs.Select(limb => new SelectListItem(limb, limb))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!Kind.OfService)
        {
            return RedirectToPage("Check", new { draft = DraftId });
        }

        For =
            Draft.ConstituentName is not null ? "yes"
            : Draft.Subject is not null && Draft.ConstituentBasis is not null ? "no"
            : null;
        (Name, Contact, Address) = (Draft.ConstituentName, Draft.ConstituentContact, Draft.ConstituentAddress);
        (AskedThemselves, Basis) = (Draft.ConstituentAskedThemselves, Draft.ConstituentBasis);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (For == "yes")
        {
            if (string.IsNullOrWhiteSpace(Name))
            {
                ModelState.AddModelError(nameof(Name), "Enter the resident’s name");
            }

            if (AskedThemselves is null)
            {
                ModelState.Remove(nameof(AskedThemselves));
                ModelState.AddModelError(nameof(AskedThemselves), "Choose whether this person asked you themselves");
            }
            else if (AskedThemselves == false && !Limbs.Contains(Basis))
            {
                ModelState.AddModelError(nameof(Basis), "Choose why you may pass the details on, or leave the details out");
            }
        }
        else
        {
            // The fields under "yes" are out of sight, and what is in them is not kept.
            foreach (var field in new[] { nameof(Name), nameof(Contact), nameof(Address), nameof(AskedThemselves), nameof(Basis) })
            {
                ModelState.Remove(field);
            }

            if (For is not (null or "no"))
            {
                ModelState.AddModelError(nameof(For), "Choose whether you want to give a resident’s details");
            }
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var yes = For == "yes";
        await KeepAsync(
            Draft with
            {
                ConstituentName = yes ? Name!.Trim() : null,
                ConstituentContact = yes ? Contact?.Trim() : null,
                ConstituentAddress = yes ? Address?.Trim() : null,
                ConstituentAskedThemselves = yes ? AskedThemselves : null,
                ConstituentBasis =
                    !yes ? ""
                    : AskedThemselves == true ? OwnRequest
                    : Basis,
            },
            cancellationToken
        );
        return RedirectToPage("Check", new { draft = DraftId });
    }
}
