using Comity.Service.Arrangements;
using Comity.Service.Mail;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Mail;

/// <summary>One email in the holding place, as plain text, and what can be decided about it.</summary>
public sealed class LetterModel(
    HeldMail held,
    MailKept kept,
    DecideHeldMail decide,
    CouncilOnDate council,
    RegisterChoices choices,
    ReadLog reads,
    ReadsOfLetter readers,
    CurrentViewer current
) : PageModel
{
    public const string Join = "join";
    public const string Open = "open";
    public const string TurnAway = "turn-away";
    public const string ToOthers = "to-others";

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public Guid? Member { get; set; }

    [BindProperty]
    public Guid? Service { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public HeldLetter Letter { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Services { get; private set; } = [];

    /// <summary>An officer's own, of which only the officer can say what it is.</summary>
    public bool IsOwn => Letter.Mail.ForPersonId is not null;

    public bool MayOpen { get; private set; }

    /// <summary>How long it is kept once it was turned away; null where the council has settled nothing.</summary>
    public Arrangement? Kept { get; private set; }

    public DateOnly? LastDay => MailKept.LastDay(Letter.Mail, Kept);

    /// <summary>Who turned it away; null while it waits.</summary>
    public string? TurnedAwayBy { get; private set; }

    /// <summary>Who has opened it, the newest first.</summary>
    public IReadOnlyList<LetterRead> Reads { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Version = Letter.Mail.Version;
    }

    /// <summary>The email as it came, to be saved: no browser shows it as a page.</summary>
    public async Task<IActionResult> OnGetWholeAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return await held.RawAsync(Letter, cancellationToken) is { } bytes
            ? File(bytes, "application/octet-stream", "email.eml")
            : throw new NotFoundException();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await LoadAsync(cancellationToken);
        if (Member is { } member && Members.All(item => item.Value != member.ToString("D")))
        {
            Member = null;
        }

        if (Service is { } service && Services.All(item => item.Value != service.ToString("D")))
        {
            Service = null;
        }

        var at = new HeldAt(Id, Version);
        try
        {
            var result = What switch
            {
                Join when !IsOwn => await decide.JoinAsync(at, Reference, viewer, cancellationToken),
                Open when MayOpen => await decide.AskAsync(at, Member, Service, viewer, cancellationToken),
                TurnAway => await decide.TurnAwayAsync(at, Reason, viewer, cancellationToken),
                ToOthers when !IsOwn => await decide.LeaveToOthersAsync(at, viewer, cancellationToken),
                _ when IsOwn => await decide.SayAsync(at, What, viewer, cancellationToken),
                _ => new HeldResult.Refused(nameof(What), "Choose what becomes of it"),
            };
            switch (result)
            {
                case HeldResult.Done done:
                    TempData["Done"] = done.Reference is null ? "It has been decided." : "It is part of this matter now.";
                    return LocalRedirect(done.Reference is { } reference && What is not Open ? $"/enquiries/{reference}" : "/mail");
                case HeldResult.Refused refused:
                    ModelState.AddModelError(refused.Field, refused.Why);
                    return Page();
                default:
                    throw new NotFoundException();
            }
        }
        catch (ChangedSinceOpenedException)
        {
            await LoadAsync(cancellationToken);
            Version = Letter.Mail.Version;
            return this.ChangedSinceOpened();
        }
    }

    private async Task<Viewer> LoadAsync(CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        Letter = await held.FindAsync(Id, viewer, cancellationToken) ?? throw new NotFoundException();
        await reads.NoteAsync(Letter.Mail, viewer, cancellationToken);
        Reads = await readers.OfAsync(Letter.Mail, cancellationToken);
        Kept = await kept.SettledAsync(current.Today, cancellationToken);
        TurnedAwayBy = Letter.TurnedAway is { } turned ? await readers.NameAsync(turned.By, cancellationToken) : null;
        MayOpen = !IsOwn && viewer.MayKeepRegister();
        if (MayOpen)
        {
            var members = await council.HoldersOfRoleAsync("member", current.Today, cancellationToken);
            Members =
            [
                .. members
                    .OrderBy(held => held.PersonName, StringComparer.Ordinal)
                    .DistinctBy(held => held.PersonId)
                    .Select(held => new SelectListItem(held.PersonName, held.PersonId.ToString("D"))),
            ];
            Services = await choices.ServicesAsync(current.Today, cancellationToken);
        }

        return viewer;
    }
}
