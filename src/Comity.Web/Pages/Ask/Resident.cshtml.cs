using System.ComponentModel.DataAnnotations;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Ask;

public sealed class ResidentModel(Drafts drafts, EnquiryRules rules, CurrentViewer current) : AskPageModel(drafts, rules, current)
{
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

    [BindProperty]
    public bool? Sensitive { get; set; }

    [BindProperty]
    public bool OnlyWhatIsNeeded { get; set; }

    /// <summary>In which capacity the member asks: what may be passed on turns on it.</summary>
    public string CapacityInWords =>
        Draft.Capacity switch
        {
            nameof(Capacity.Council) => "on council business",
            nameof(Capacity.Party) => "for your party or group",
            _ => "for your ward or a resident",
        };

    public IReadOnlyList<SelectListItem> Grounds { get; } = [.. ConstituentBasis.Limbs.Select(limb => new SelectListItem(limb, limb))];

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
        (Sensitive, OnlyWhatIsNeeded) = (Draft.ConstituentSensitive, Draft.ConstituentOnlyWhatIsNeeded);
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
            else if (AskedThemselves == false && !ConstituentBasis.Limbs.Contains(Basis))
            {
                ModelState.AddModelError(nameof(Basis), "Choose why you may pass the details on, or leave the details out");
            }

            if (Sensitive is null)
            {
                ModelState.Remove(nameof(Sensitive));
                ModelState.AddModelError(nameof(Sensitive), "Choose whether any of it is sensitive");
            }
            else if (Sensitive == true && !OnlyWhatIsNeeded)
            {
                ModelState.AddModelError(
                    nameof(OnlyWhatIsNeeded),
                    "Sensitive details may go only as far as they are needed: say that these are, or leave them out"
                );
            }

            if (Draft.Capacity == nameof(Capacity.Party))
            {
                ModelState.AddModelError(
                    nameof(For),
                    "You ask for your party or group: a resident’s details may not go with that. Change in which capacity you ask, or leave them out"
                );
            }
        }
        else
        {
            // The fields under "yes" are out of sight, and what is in them is not kept.
            foreach (
                var field in new[]
                {
                    nameof(Name),
                    nameof(Contact),
                    nameof(Address),
                    nameof(AskedThemselves),
                    nameof(Basis),
                    nameof(Sensitive),
                    nameof(OnlyWhatIsNeeded),
                }
            )
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
                    : AskedThemselves == true ? ConstituentBasis.OwnRequest
                    : Basis,
                ConstituentSensitive = yes ? Sensitive : null,
                ConstituentOnlyWhatIsNeeded = yes && Sensitive == true && OnlyWhatIsNeeded,

                // Whoever is copied in on a ward matter, or searches, has no need of what is sensitive.
                Sealed = Draft.Sealed || (yes && Sensitive == true),
            },
            cancellationToken
        );
        return RedirectToPage("Check", new { draft = DraftId });
    }
}
