using System.ComponentModel.DataAnnotations;
using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Service.Concerns.Raising;
using Comity.Service.Concerns.Watch;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.Enquiries;
using Comity.Web.Pages.People;
using Comity.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Concerns.Report;

/// <summary>Somebody without an account comes back with their code: reads, answers, adds what shows it, withdraws it. The code travels in the form, and nothing else remembers it.</summary>
[RequestSizeLimit(RequestLimits.WithAttachments)]
public sealed class WithCodeModel(
    Reporters reporters,
    ConcernMatters concerns,
    WriteInConcern writeIn,
    ChangeConsent consent,
    AskAnotherHearer another,
    AskConcernReview review,
    ReportLaterAct report,
    RegisterChoices choices,
    CloseConcern close,
    ConcernFiles handOut,
    ComityDb db,
    ContentStore contents,
    ReadLog reads,
    AttemptLimits limits,
    CurrentViewer current
) : PageModel
{
    /// <summary>One sentence, whatever is wrong with it.</summary>
    public const string Wrong = "There is nothing with this code. Look whether you copied it right";

    private const int MostCharacters = 10_000;

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>The file that is asked for.</summary>
    [BindProperty]
    public Guid FileId { get; set; }

    /// <summary>What the reporter agrees to from now on.</summary>
    [BindProperty]
    public List<string> Given { get; set; } = [];

    /// <summary>What was done to the reporter because of it.</summary>
    [BindProperty]
    public string? Done { get; set; }

    /// <summary>Who did it; <see cref="DoneToMeModel.NotSaid"/> where they do not know or say.</summary>
    [BindProperty]
    public string? DoneBy { get; set; }

    [BindProperty]
    [Display(Name = "The day")]
    public DateOnly? DoneOn { get; set; }

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public ConcernSeen? Seen { get; private set; }

    /// <summary>Nobody took it up in time.</summary>
    public bool IsLate { get; private set; }

    /// <summary>What has just been done, in words.</summary>
    public string? Success { get; private set; }

    public IReadOnlyList<MessageShown> Said { get; private set; } = [];

    private Viewer Reporter { get; set; } = Viewer.Nobody;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await OpenAsync(cancellationToken) is { } refused ? refused : await ShowAsync(null, cancellationToken);

    public async Task<IActionResult> OnPostWriteAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var files = await Upload.ReadAsync(Files, cancellationToken);
        foreach (var refusal in AttachmentPolicy.Refusals(files))
        {
            ModelState.AddModelError(nameof(Files), refusal);
        }

        CheckWords("Enter what you want to say");
        return ModelState.IsValid
            ? await ActAsync(
                at => writeIn.ExecuteAsync(new WriteInConcernRequest(at, Words!.Trim(), files), Reporter, cancellationToken),
                "It has been sent.",
                cancellationToken
            )
            : await ShowAsync(null, cancellationToken);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken) =>
        await OpenAsync(cancellationToken) is { } refused
            ? refused
            : await ActAsync(
                at => close.ExecuteAsync(new CloseConcernRequest(at, "Withdrawn."), Reporter, cancellationToken),
                "It has been withdrawn.",
                cancellationToken
            );

    public async Task<IActionResult> OnPostConsentAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        if (Given.Exists(to => !ConcernConsent.All.Contains(to)))
        {
            ModelState.AddModelError(nameof(Given), "Choose from the list");
            return await ShowAsync(null, cancellationToken);
        }

        return await ActAsync(
            at => consent.ExecuteAsync(new ChangeConsentRequest(at, Given), Reporter, cancellationToken),
            "What you agree to has been saved.",
            cancellationToken
        );
    }

    public async Task<IActionResult> OnPostAnotherAsync(CancellationToken cancellationToken) =>
        await OpenAsync(cancellationToken) is { } refused
            ? refused
            : await ActAsync(
                at => another.ExecuteAsync(new AskAnotherHearerRequest(at, null), Reporter, cancellationToken),
                "It is in other hands now.",
                cancellationToken
            );

    public async Task<IActionResult> OnPostReviewAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        CheckWords("Enter why somebody should look at it again");
        return ModelState.IsValid
            ? await ActAsync(
                at => review.ExecuteAsync(new AskConcernReviewRequest(at, Words!.Trim()), Reporter, cancellationToken),
                "Somebody else looks at it again.",
                cancellationToken
            )
            : await ShowAsync(null, cancellationToken);
    }

    /// <summary>It goes to whoever watches over the concern, and not to whoever hears it.</summary>
    public async Task<IActionResult> OnPostDoneAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        CheckLength(nameof(Done), Done, "Enter what was done");
        var people = await choices.PeopleAsync(current.Today, cancellationToken);
        if (DoneBy != DoneToMeModel.NotSaid && people.All(item => item.Value != DoneBy))
        {
            ModelState.AddModelError(nameof(DoneBy), "Choose who did it");
        }

        if (DoneOn is null && ModelState.GetFieldValidationState(nameof(DoneOn)) != ModelValidationState.Invalid)
        {
            ModelState.AddModelError(nameof(DoneOn), "Enter the day on which it was done");
        }
        else if (DoneOn > current.Today)
        {
            ModelState.AddModelError(nameof(DoneOn), "The day must be today or earlier");
        }

        Guid? by = Guid.TryParse(DoneBy, out var person) ? person : null;
        return ModelState.IsValid
            ? await ActAsync(
                at => report.ExecuteAsync(new ReportLaterActRequest(at, by, DoneOn!.Value, Done!.Trim(), []), Reporter, cancellationToken),
                "It has been passed on.",
                cancellationToken
            )
            : await ShowAsync(null, cancellationToken);
    }

    /// <summary>A file of what the reporter may see. The code stays in the form: an address would keep it.</summary>
    public async Task<IActionResult> OnPostFileAsync(CancellationToken cancellationToken) =>
        await OpenAsync(cancellationToken) is { } refused ? refused
        : await handOut.FindAsync(Seen!, FileId, Reporter, cancellationToken) is { } file
            ? File(file.Bytes, "application/octet-stream", file.Name)
        : throw new NotFoundException();

    private async Task<IActionResult?> OpenAsync(CancellationToken cancellationToken)
    {
        Reporter = reporters.Of(Code);
        var tried = $"reporter {Reporter.PersonId:N}";
        if (!limits.TryBegin(HttpContext, tried))
        {
            return Refuse(IndexModel.TooMany, StatusCodes.Status429TooManyRequests);
        }

        Seen = await concerns.FindAsync(await reporters.ReferenceAsync(Reporter, cancellationToken), Reporter, cancellationToken);
        if (Seen is null)
        {
            return Refuse(Wrong, StatusCodes.Status400BadRequest);
        }

        limits.Succeeded(tried);
        return null;
    }

    private void CheckWords(string missing) => CheckLength(nameof(Words), Words, missing);

    private void CheckLength(string field, string? words, string missing)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            ModelState.AddModelError(field, missing);
        }
        else if (words.Length > MostCharacters)
        {
            ModelState.AddModelError(field, "Use 10,000 characters or fewer");
        }
    }

    private PageResult Refuse(string why, int status)
    {
        ModelState.AddModelError(nameof(Code), why);
        return new PageResult { StatusCode = status };
    }

    private async Task<IActionResult> ActAsync(Func<MatterAt, Task<ActResult>> act, string done, CancellationToken cancellationToken)
    {
        try
        {
            switch (await act(new MatterAt(Seen!.Matter.Reference, Version)))
            {
                case ActResult.Done:
                    (Words, Done, DoneBy, DoneOn) = (null, null, null, null);
                    ModelState.Clear();
                    Seen = await concerns.FindAsync(Seen.Matter.Reference, Reporter, cancellationToken);
                    return await ShowAsync(done, cancellationToken);
                case ActResult.Refused refused:
                    ModelState.AddModelError(nameof(Words), refused.Why);
                    return await ShowAsync(null, cancellationToken);
                default:
                    throw new NotFoundException();
            }
        }
        catch (ChangedSinceOpenedException)
        {
            Seen = await concerns.FindAsync(Seen!.Matter.Reference, Reporter, cancellationToken);
            await ShowAsync(null, cancellationToken);
            return this.ChangedSinceOpened();
        }
    }

    private async Task<PageResult> ShowAsync(string? done, CancellationToken cancellationToken)
    {
        Success = done;
        People =
        [
            .. await choices.PeopleAsync(current.Today, cancellationToken),
            new SelectListItem("I do not know, or will not say", DoneToMeModel.NotSaid),
        ];
        var seen = Seen!;
        ModelState.Remove(nameof(Version));
        Version = seen.Matter.Version;
        if (ModelState.IsValid)
        {
            ModelState.Remove(nameof(Given));
            Given = [.. ConcernConsent.All.Where(seen.Course.HasConsent)];
        }

        var (matter, granted) = (seen.Matter.Id, seen.Granted.ToList());
        IsLate = AskAnotherHearer.IsLate(
            await db.Duties.AsNoTracking().Where(duty => duty.MatterId == matter).ToListAsync(cancellationToken),
            current.Today
        );
        var messages = await db
            .Messages.AsNoTracking()
            .Include(message => message.Attachments)
            .Where(message => message.MatterId == matter && granted.Contains(message.Part))
            .OrderBy(message => message.SentAt)
            .ThenBy(message => message.Id)
            .ToListAsync(cancellationToken);
        var texts = await contents.ReadTextsAsync(
            [
                .. messages.Select(message => message.ContentId),
                .. messages.SelectMany(message => message.Attachments).Select(file => file.NameContentId),
            ],
            cancellationToken
        );
        Said =
        [
            .. messages.Select(message => new MessageShown(
                message.Kind,
                Reporter.Tokens.Contains(message.AuthorToken) ? "You" : "Whoever hears it",
                message.SentAt,
                TextOf(message.ContentId),
                [.. message.Attachments.Select(file => new FileShown(file.Id, TextOf(file.NameContentId), file.Size))]
            )),
        ];
        await reads.NoteAsync(seen.Matter, Parts.Dialogue, Reporter, cancellationToken);
        return Page();

        string TextOf(Guid id) => texts.TryGetValue(id, out var text) ? text.Text : "Erased. The record keeps its hash.";
    }
}
