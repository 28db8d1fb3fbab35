using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.GovUk.Tests.Pages;

/// <summary>The properties stand in another order than the fields on the page, as they may in any model.</summary>
[IgnoreAntiforgeryToken]
public sealed class EverythingModel : PageModel
{
    [BindProperty]
    public IReadOnlyList<string> Wards { get; set; } = [];

    [BindProperty]
    [Required(ErrorMessage = "Enter a password")]
    public string? Password { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Enter your question")]
    public string? Question { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Say what it is")]
    public string? Other { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Choose what it is")]
    public string? Kind { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Choose an officer")]
    public string? Officer { get; set; }

    [BindProperty]
    [Range(typeof(bool), "true", "true", ErrorMessage = "You must agree")]
    public bool Agrees { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Enter the date you received it")]
    public DateOnly? DateReceived { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Enter a subject")]
    public string? Subject { get; set; }

    [BindProperty]
    [StringLength(10, ErrorMessage = "More must be 10 characters or less")]
    public string? More { get; set; }

    [BindProperty]
    public IFormFile? Attachment { get; set; }

    public string? CountError { get; private set; }

    public IReadOnlyList<SelectListItem> AllWards { get; } = [new("Ashford", "w1"), new("Beech <script>", "w2")];

    public IReadOnlyList<SelectListItem> Officers { get; } = [new("Pat", "o1"), new("Sam", "o2")];

    public void OnPost(bool wholeForm, bool count)
    {
        if (wholeForm)
        {
            ModelState.AddModelError("", "Something else happened");
            ModelState.AddModelError("NotOnThePage", "This has no field");
        }

        CountError = count ? "Enter a smaller number" : null;
    }
}
