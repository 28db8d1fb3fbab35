using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Comity.Service.Appointments;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Appointments;

/// <summary>
/// A member wants to meet an officer or to visit: the page says beforehand whether that has to be arranged, by which clause and through whom, and then takes
/// the wish.
/// </summary>
public sealed class NewModel(MeetingRules rules, AskToMeet ask, CouncilOnDate council, CurrentViewer current) : PageModel
{
    private const int MostMinutes = 480;

    [BindProperty(SupportsGet = true, Name = "what")]
    public string? What { get; set; }

    [BindProperty(SupportsGet = true, Name = "minutes")]
    public string? Minutes { get; set; }

    [BindProperty(SupportsGet = true, Name = "urgent")]
    public bool Urgent { get; set; }

    [BindProperty(SupportsGet = true, Name = "unforeseen")]
    public bool Unforeseen { get; set; }

    [BindProperty(SupportsGet = true, Name = "telephoned")]
    public bool Telephoned { get; set; }

    [BindProperty]
    public Guid? ServiceAreaId { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Enter in a few words what it is about")]
    [StringLength(160, ErrorMessage = "What it is about must be 160 characters or fewer")]
    public string? Subject { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Enter what you want to talk about or see, and when it suits you")]
    [StringLength(5000, ErrorMessage = "Use 5,000 characters or fewer")]
    public string? Words { get; set; }

    [BindProperty]
    [Display(Name = "The day that would suit you")]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Capacity { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Whose wish it is, where an officer writes it down.</summary>
    [BindProperty]
    public Guid? MemberId { get; set; }

    /// <summary>The members for whom it can be written down; none for a member, who asks for themselves.</summary>
    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];

    public MeetingKind? Kind => Kinds.FirstOrDefault(kind => kind.Key == What).Kind;

    /// <summary>What the protocol says; null until enough is known to ask it.</summary>
    public MeetingAnswer? Answer { get; private set; }

    public bool AsksReason => ModelState[nameof(Reason)]?.Errors.Count > 0 || !string.IsNullOrEmpty(Reason);

    /// <summary>None in a council without services: there the clerk has it.</summary>
    public IReadOnlyList<SelectListItem> Services { get; private set; } = [];

    public static IReadOnlyList<(string Key, MeetingKind? Kind, string Label, string Hint)> Kinds { get; } =
    [
        ("talk", MeetingKind.Talk, "A talk with an officer", "In person, by telephone or on a screen"),
        ("visit", MeetingKind.Visit, "A visit to a council office or a place of work", "A department, a depot, a site"),
        ("inspection", MeetingKind.Inspection, "An inspection that the law provides for", "It has a procedure of its own"),
        ("school", MeetingKind.School, "A visit to a school", "A school in your ward or for your committee"),
    ];

    public static IReadOnlyList<SelectListItem> Capacities { get; } =
    [
        new("On council business", nameof(Comity.Service.Matters.Capacity.Council)),
        new("For my ward or a resident", nameof(Comity.Service.Matters.Capacity.WardRepresentative)),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var viewer = await LoadAsync(cancellationToken);
        if (HttpMethods.IsGet(Request.Method))
        {
            ModelState.Clear();
        }

        if (Request.Query.ContainsKey("what"))
        {
            if (Kind is null)
            {
                ModelState.AddModelError(nameof(What), "Choose what you want");
            }
            else if (Kind == MeetingKind.Talk && Request.Query.ContainsKey("minutes") && Read() is null)
            {
                ModelState.AddModelError(nameof(Minutes), "Enter how many minutes it will take, as a whole number from 1 to 480");
            }
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        }

        Answer = await AnswerAsync(viewer, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await LoadAsync(cancellationToken);
        Answer = await AnswerAsync(viewer, cancellationToken);
        if (Answer is null || Kind is not { } kind || kind is MeetingKind.School)
        {
            return RedirectToPage(new { what = What });
        }

        if (Services.Count > 0 && Services.All(service => service.Value != $"{ServiceAreaId:D}"))
        {
            ModelState.AddModelError(nameof(ServiceAreaId), "Choose the service it is about");
        }

        if (Members.Count > 0 && Members.All(member => member.Value != $"{MemberId:D}"))
        {
            ModelState.AddModelError(nameof(MemberId), "Choose the member whose wish it is");
        }

        if (!Enum.TryParse<Capacity>(Capacity, out var capacity) || Capacities.All(one => one.Value != Capacity))
        {
            ModelState.AddModelError(nameof(Capacity), "Choose for whom you come");
        }

        if (On < current.Today)
        {
            ModelState.AddModelError(nameof(On), "The day must be today or later");
        }

        if (Reason?.Length > 1000)
        {
            ModelState.AddModelError(nameof(Reason), "Your reason must be 1,000 characters or fewer");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await ask.ExecuteAsync(
            new AskToMeetRequest(
                Wish(kind),
                Services.Count > 0 ? ServiceAreaId : null,
                Subject!,
                Words!,
                capacity,
                Reason,
                Members.Count > 0 ? MemberId : null
            ),
            viewer,
            cancellationToken
        );
        switch (result)
        {
            case AskOfficerResult.Asked asked:
                TempData["Done"] =
                    Members.Count > 0 ? "It has been sent for the member." : "It has been sent. You are offered a time here.";
                return LocalRedirect($"/enquiries/{asked.Reference}");
            case AskOfficerResult.Refused refused:
                var clause = refused.Answer.Decision.DecidedBy.Select(citation => citation.Clause).FirstOrDefault();
                ModelState.AddModelError(
                    nameof(Reason),
                    $"The protocol advises against it (clause {clause}). {string.Join(' ', refused.Answer.Decision.Shows.Select(show => show.Text).Distinct())} If you go on, enter why"
                );
                return Page();
            case AskOfficerResult.NobodyToAsk:
                ModelState.AddModelError(nameof(ServiceAreaId), "Nobody is named for that service. Tell the clerk, or choose another");
                return Page();
            default:
                throw new NotFoundException();
        }
    }

    private int? Read() =>
        int.TryParse(Minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is >= 1 and <= MostMinutes
            ? minutes
            : null;

    private WishToMeet Wish(MeetingKind kind) =>
        new()
        {
            Kind = kind,
            Minutes = kind == MeetingKind.Talk ? Read() : null,
            Urgent = Urgent,
            Unforeseen = Unforeseen,
            Telephoned = Telephoned,
            On = On,
        };

    private async Task<MeetingAnswer?> AnswerAsync(Viewer viewer, CancellationToken cancellationToken) =>
        Kind is { } kind && (kind != MeetingKind.Talk || Read() is not null)
            ? await rules.AskAsync(Wish(kind), viewer.Roles, current.Today, cancellationToken)
            : null;

    private async Task<Viewer> LoadAsync(CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        if (!viewer.Holds("member"))
        {
            Members = AskOfficer.MayLogForAMember(viewer)
                ?
                [
                    .. (await council.RegisterAsync(current.Today, cancellationToken))
                        .MembersOn(current.Today)
                        .Select(held => new SelectListItem($"{held.PersonName}, {held.Title}", $"{held.PersonId:D}")),
                ]
                : throw new NotFoundException();
        }

        var tree = await council.ServicesAsync(current.Today, cancellationToken);
        Services =
        [
            .. tree
                .Services.Where(service => service.PartOfId is not null || !tree.PartsOf(service.Id).Any())
                .OrderBy(service => service.Name, StringComparer.Ordinal)
                .Select(service => new SelectListItem(service.Name, service.Id.ToString("D"))),
        ];
        return viewer;
    }
}
