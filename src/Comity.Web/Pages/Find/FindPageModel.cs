using System.ComponentModel.DataAnnotations;
using Comity.Service.Matters;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.Find;

/// <summary>What is looked for, from the address: so it can be kept as a bookmark, sent to a colleague and gone back to.</summary>
public abstract class FindPageModel(CurrentViewer current) : PageModel
{
    private const int LongestWords = 200;

    [BindProperty(SupportsGet = true)]
    [StringLength(LongestWords, ErrorMessage = "What you look for must be 200 characters or fewer")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public List<string> Kinds { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public List<string> States { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public Guid? Service { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Ward { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Owner { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Asker { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "The first day it was received")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "The last day it was received")]
    public DateOnly? Until { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Overdue { get; set; }

    protected CurrentViewer Current => current;

    /// <summary>Whether anything narrows the list besides the words.</summary>
    public bool IsNarrowed =>
        Kinds.Count > 0
        || States.Count > 0
        || Service is not null
        || Ward is not null
        || Owner is not null
        || Asker is not null
        || From is not null
        || Until is not null
        || Overdue;

    protected Sought Sought =>
        new()
        {
            Words = Words,
            Kinds = Kinds,
            States = [.. States.Select(Enum.Parse<MatterState>)],
            ServiceAreaId = Service,
            WardId = Ward,
            OwnerId = Owner,
            AskerId = Asker,
            ReceivedFrom = From,
            ReceivedUntil = Until,
            Overdue = Overdue,
        };

    /// <summary>What was sent, without what was left empty, and without the number of the page.</summary>
    protected QueryString Kept =>
        QueryString.Create(
            Request
                .Query.Where(given => !string.Equals(given.Key, "number", StringComparison.OrdinalIgnoreCase))
                .SelectMany(given =>
                    given.Value.Where(value => !string.IsNullOrEmpty(value)).Select(value => KeyValuePair.Create(given.Key, value))
                )
        );

    /// <summary>Adds what is wrong with it; a state that there is none of would otherwise look like one in which nothing is.</summary>
    protected bool IsInOrder()
    {
        if (States.Exists(state => !Enum.IsDefined(typeof(MatterState), state)))
        {
            ModelState.AddModelError(nameof(States), "Choose states from the list");
        }

        if (From > Until)
        {
            ModelState.AddModelError(nameof(Until), "The last day must be the same as or after the first");
        }

        return ModelState.IsValid;
    }
}
