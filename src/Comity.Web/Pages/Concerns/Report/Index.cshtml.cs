using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Comity.Protocols.Vocabularies;
using Comity.Service.Concerns;
using Comity.Service.Concerns.Raising;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.People;
using Comity.Web.SignIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Concerns.Report;

/// <summary>
/// Somebody without an account, or who will not sign in, raises a concern. They see who would hear it, send it, and get a code that is shown once. No cookie says who they are, and no
/// address is kept.
/// </summary>
[RequestSizeLimit(RequestLimits.WithAttachments)]
public sealed class IndexModel(
    Reporters reporters,
    ReportDrafts drafts,
    ConcernRules rules,
    RaiseConcern raise,
    RegisterChoices choices,
    CouncilOnDate council,
    AttemptLimits limits,
    ThisCouncil thisCouncil,
    IDataProtectionProvider protection,
    CurrentViewer current
) : PageModel
{
    public const string TooMany = "Too many tries. Wait a quarter of an hour, then try again";

    private const string Unreadable = "Fill in the form again: what was sent could not be read, or it was left for more than a day";

    /// <summary>So many can be named: with more, whoever reports would choose who hears it.</summary>
    private const int MostNotToHear = 3;

    private readonly IDataProtector _protector = protection.CreateProtector("concern-report");

    [BindProperty]
    [Required(ErrorMessage = "Choose the person whom it is about")]
    public Guid? Person { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Enter what happened")]
    [StringLength(10_000, ErrorMessage = "What happened must be 10,000 characters or fewer")]
    public string? WhatHappened { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Enter what would put it right")]
    [StringLength(2_000, ErrorMessage = "What would put it right must be 2,000 characters or fewer")]
    public string? PutRight { get; set; }

    [BindProperty]
    public bool IsCodeComplaint { get; set; }

    [BindProperty]
    [StringLength(500, ErrorMessage = "Who you are must be 500 characters or fewer")]
    public string? Name { get; set; }

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>Who should not hear it. Comity cannot tell whether whoever reports is one of those who would.</summary>
    [BindProperty]
    public List<Guid?> NotToHear { get; set; } = [];

    /// <summary>Answers to what the protocol asks.</summary>
    [BindProperty]
    public Dictionary<string, string> Facts { get; set; } = [];

    /// <summary>What was filled in, for the step after it: the draft and its code, readable for nobody but this service.</summary>
    [BindProperty]
    public string? Ticket { get; set; }

    [BindProperty]
    public string? Door { get; set; }

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public ConcernDraft? Checked { get; private set; }

    public ConcernAnswer? Answer { get; private set; }

    public string About { get; private set; } = "";

    /// <summary>The names of those who should not hear it.</summary>
    public IReadOnlyList<string> WillNotHear { get; private set; } = [];

    /// <summary>What the protocol asks before it says who hears it.</summary>
    public IReadOnlyList<Fact> Questions =>
        Answer is null ? []
        : Answer.Question is { } next ? [.. new[] { next.Fact }.Where(fact => fact.Choices.Count > 0)]
        : Answer.Turning;

    /// <summary>Shown once, when it has been sent.</summary>
    public string? Code { get; private set; }

    public IReadOnlyList<ConcernDoor> Doors => [.. Answer!.Doors.Where(door => !door.IsTalk)];

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!limits.TryBegin(HttpContext))
        {
            return Refuse(TooMany, StatusCodes.Status429TooManyRequests);
        }

        if (Person is { } person && People.All(item => item.Value != person.ToString()))
        {
            ModelState.AddModelError(nameof(Person), "Choose the person whom it is about");
        }

        if (IsCodeComplaint && Person is { } accused && ModelState.IsValid && !await IsMemberAsync(accused, cancellationToken))
        {
            ModelState.AddModelError(
                nameof(Person),
                "The members’ code binds members alone: choose a member, or take out that it is about the code"
            );
        }

        var notToHear = NotToHear.OfType<Guid>().Distinct().ToList();
        if (notToHear.Count > MostNotToHear || notToHear.Exists(shut => People.All(item => item.Value != shut.ToString())))
        {
            ModelState.AddModelError(nameof(NotToHear), "Choose up to three people who should not hear it");
        }

        var incoming = await Upload.ReadAsync(Files, cancellationToken);
        foreach (var refusal in AttachmentPolicy.Refusals(incoming))
        {
            ModelState.AddModelError(nameof(Files), refusal);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var code = ReporterCode.New();
        var reporter = reporters.Of(code);
        var id = await drafts.StartAsync(reporter, cancellationToken);
        var files = new List<DraftFile>();
        foreach (var file in incoming)
        {
            files.Add(await drafts.AddFileAsync(id, file, cancellationToken));
        }

        Checked = new ConcernDraft
        {
            About = Person,
            Act = IsCodeComplaint ? ConcernAct.CodeComplaint.Key : ConcernAct.Concern.Key,
            WhatHappened = WhatHappened!.Trim(),
            PutRight = PutRight!.Trim(),
            ReporterName = string.IsNullOrWhiteSpace(Name) ? null : Name.Trim(),
            Files = files,
            Consents = [],
            Shut = notToHear,
        };
        await drafts.ChangeAsync(id, reporter, Checked, cancellationToken);
        ModelState.Remove(nameof(Ticket));
        Ticket = _protector.Protect($"{id:N} {code}");
        await AskAsync(cancellationToken);
        return Page();
    }

    /// <summary>What the protocol asks is answered; then it asks on, or says who hears it.</summary>
    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is not var (id, code) || Checked is null)
        {
            return Refuse(Unreadable, StatusCodes.Status400BadRequest);
        }

        await AskAsync(cancellationToken);
        var asked = Questions;
        foreach (var fact in asked.Where(fact => fact.Choices.All(choice => choice.Name != Facts.GetValueOrDefault(fact.Name))))
        {
            ModelState.AddModelError($"Facts[{fact.Name}]", "Choose an answer");
        }

        if (ModelState.IsValid)
        {
            var answers = new Dictionary<string, string>(Checked.Facts, StringComparer.Ordinal);
            foreach (var fact in asked)
            {
                answers[fact.Name] = Facts[fact.Name];
            }

            Checked = Checked with { Facts = answers };
            await drafts.ChangeAsync(id, reporters.Of(code), Checked, cancellationToken);
            await AskAsync(cancellationToken);
        }

        return Page();
    }

    /// <summary>Nothing of it is left.</summary>
    public async Task<IActionResult> OnPostThrowAwayAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is var (id, code))
        {
            await drafts.ThrowAwayAsync(id, reporters.Of(code), cancellationToken);
        }

        return LocalRedirect("/concerns/report");
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(cancellationToken);
        if (!limits.TryBegin(HttpContext))
        {
            Checked = null;
            return Refuse(TooMany, StatusCodes.Status429TooManyRequests);
        }

        if (opened is not var (id, code))
        {
            return Refuse(Unreadable, StatusCodes.Status400BadRequest);
        }

        var reporter = reporters.Of(code);
        if (Checked is null)
        {
            // The same form twice: the same concern, and no second one.
            return await raise.SentBeforeAsync(id, reporter, cancellationToken) is RaiseConcernResult.Raised
                ? Sent(code)
                : Refuse(Unreadable, StatusCodes.Status400BadRequest);
        }

        await AskAsync(cancellationToken);
        if (Questions.Count > 0)
        {
            return Page();
        }

        if (Doors.FirstOrDefault(door => door.Key == Door) is not { } chosen)
        {
            return Refuse("Choose who is to hear it", StatusCodes.Status400BadRequest);
        }

        var request = new RaiseConcernRequest
        {
            DraftId = id,
            About = Checked.About!.Value,
            Act = Checked.Act!,
            WhatHappened = Checked.WhatHappened!,
            PutRight = Checked.PutRight!,
            Files = await drafts.FilesAsync(Checked, cancellationToken),
            Facts = Checked.Facts,
            Shut = Checked.Shut,
            FromOutside = true,
            ReporterName = Checked.ReporterName,
            Door = chosen.Key,
        };
        switch (await raise.ExecuteAsync(request, reporter, cancellationToken))
        {
            case RaiseConcernResult.Raised:
                return Sent(code);
            case RaiseConcernResult.OtherDoor other:
                Answer = other.Answer;
                return Refuse("Who would hear it has changed. Look at it again before you send it", StatusCodes.Status400BadRequest);
            default:
                return Refuse("It cannot be sent like this", StatusCodes.Status400BadRequest);
        }
    }

    private PageResult Sent(string code)
    {
        Code = code;
        return Page();
    }

    private PageResult Refuse(string why, int status)
    {
        ModelState.AddModelError(Checked is null ? nameof(WhatHappened) : nameof(Door), why);
        return new PageResult { StatusCode = status };
    }

    // The draft of the form's ticket; the draft itself may be gone, because it was sent or left.
    private async Task<(Guid Id, string Code)?> OpenAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        await LoadAsync(cancellationToken);
        if (Open(Ticket) is not var (id, code))
        {
            return null;
        }

        Checked = await drafts.FindAsync(id, reporters.Of(code), cancellationToken);
        return (id, code);
    }

    private (Guid Id, string Code)? Open(string? ticket)
    {
        try
        {
            return _protector.Unprotect(ticket ?? "").Split(' ') is [var id, var code] ? (Guid.ParseExact(id, "N"), code) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (!thisCouncil.SetUpComplete)
        {
            throw new NotFoundException();
        }

        People = await choices.PeopleAsync(current.Today, cancellationToken);
    }

    private async Task<bool> IsMemberAsync(Guid person, CancellationToken cancellationToken)
    {
        var vocabulary = (await rules.ReadOnAsync(current.Today, cancellationToken)).Vocabulary;
        var register = await council.RegisterAsync(current.Today, cancellationToken);
        return RolesOnDay.Of(register, vocabulary, person, current.Today).Any(role => vocabulary.RoleIs(role, RolesOnDay.Member));
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        Answer = await rules.AskAsync(Checked!.CaseFor(null, current.Today)!, cancellationToken);
        var register = await council.RegisterAsync(current.Today, cancellationToken);
        About = register.NameOf(Checked.About!.Value) ?? "";
        WillNotHear = [.. Checked.Shut.Select(register.NameOf).OfType<string>()];
    }
}
