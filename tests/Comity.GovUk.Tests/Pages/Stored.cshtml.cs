using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.GovUk.Tests.Pages;

[IgnoreAntiforgeryToken]
public sealed class StoredModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public StoredInput Input { get; set; } = new();

    public void OnGet(bool stored)
    {
        if (stored)
        {
            Input = new()
            {
                Subject = "<script>alert('x')</script> & \"quotes\"",
                Until = new DateOnly(2026, 3, 7),
                Kind = StoredKind.Concern,
                Wards = ["w2"],
                Agrees = true,
            };
        }
    }

    public enum StoredKind
    {
        Enquiry,
        Concern,
    }

    public sealed class StoredInput
    {
        [Display(Name = "What it is about")]
        public string? Subject { get; set; }

        public DateOnly? From { get; set; }

        [Display(Name = "End of leave")]
        public DateOnly Until { get; set; }

        public StoredKind Kind { get; set; }

        public IReadOnlyList<string> Wards { get; set; } = [];

        public bool Agrees { get; set; }
    }
}
