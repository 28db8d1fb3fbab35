using Comity.Service.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.Ask;

/// <summary>One or two plain questions for whoever does not know what the council calls it. Nothing is kept: the answers stand in the address.</summary>
public sealed class WhichModel : PageModel
{
    public const string Done = "done";

    public static IReadOnlyList<(string Value, string Text)> Wants { get; } =
    [
        ("know", "Being told something, or what is happening about it"),
        ("see", "Having a document, a figure or a copy in my hands"),
        ("view", "An officer’s professional opinion"),
        (Done, "Something being done"),
        ("wrong", "A resident’s complaint being looked into"),
        ("talk", "Sitting down with an officer"),
        ("visit", "Going to see an office, a site or a school"),
        ("rules", "Knowing what the protocol lets me or somebody else do"),
        ("behaviour", "Somebody answering for how they behaved"),
    ];

    public static IReadOnlyList<(string Value, string Text)> Whom { get; } =
    [
        ("resident", "It is for a resident, a street or the ward: a job for a council service"),
        ("own", "It is for my own work as a member: research, a draft, a survey"),
        ("power", "I have the power to instruct officers, or pass on what the council or a committee resolved"),
    ];

    [BindProperty(SupportsGet = true)]
    public string? Want { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Whose { get; set; }

    /// <summary>The question whose button was pressed; null where somebody has only opened the page.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Asked { get; set; }

    /// <summary>What it probably is; null while a question is open.</summary>
    public Proposal? Found { get; private set; }

    /// <param name="Words">As the list of all that can be asked for has it.</param>
    public sealed record Proposal(string Words, string Says, string Path)
    {
        public static Proposal Of(EnquiryKind kind) => new(kind.Label, kind.Hint + ".", $"/ask?Kind={kind.Key}");
    }

    public IActionResult OnGet()
    {
        Found = (Want, Whose) switch
        {
            ("know", _) => Proposal.Of(EnquiryKind.Enquiry),
            ("see", _) => Proposal.Of(EnquiryKind.Information),
            ("view", _) => Proposal.Of(EnquiryKind.Advice),
            ("wrong", _) => Proposal.Of(EnquiryKind.ConstituentComplaint),
            ("talk", _) => Proposal.Of(EnquiryKind.Appointment),
            ("visit", _) => Proposal.Of(EnquiryKind.Visit),
            (Done, "resident") => Proposal.Of(EnquiryKind.ServiceRequest),
            (Done, "own") => Proposal.Of(EnquiryKind.Task),
            (Done, "power") => Proposal.Of(EnquiryKind.Instruction),
            ("rules", _) => new Proposal(
                "May I …?",
                "You say what somebody would do, and are answered at once with the clauses. Where the answer leaves you unsure you can ask from there.",
                "/may-i"
            ),
            ("behaviour", _) => new Proposal(
                "Not something to ask for here",
                "Find first what the protocol says of it, and to whom it goes. Then speak to the clerk or the Monitoring Officer, and never to the person it is about.",
                "/may-i?Words=raise+a+concern"
            ),
            _ => null,
        };
        if (Found is not null || Asked is null)
        {
            return Page();
        }

        if (Want != Done)
        {
            ModelState.AddModelError(nameof(Want), "Choose what would settle it");
        }
        else if (Asked == nameof(Whose))
        {
            ModelState.AddModelError(nameof(Whose), "Choose whose it is");
        }

        return ModelState.IsValid ? Page() : new PageResult { StatusCode = StatusCodes.Status400BadRequest };
    }
}
