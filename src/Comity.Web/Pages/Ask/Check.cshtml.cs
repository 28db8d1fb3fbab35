using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Ask;

public sealed class CheckModel(Drafts drafts, EnquiryRules rules, AskOfficer ask, ComityDb db, CurrentViewer current)
    : AskPageModel(drafts, rules, current)
{
    public EnquiryAnswer Answer { get; private set; } = null!;

    /// <summary>The member for whom it is logged, when somebody else writes it.</summary>
    public string? MemberName { get; private set; }

    /// <summary>Why it cannot be sent, and who can mend it.</summary>
    public string NobodyToAsk =>
        Draft.NoService
            ? $"Nobody can take it as the council’s clerk today, so it cannot be sent. {Menders} can enter who does."
            : $"Nobody is named for {Answer.ServiceName} today, so it cannot be sent there. Choose another service, or say that you do not know: then it goes to the clerk. {Menders} can name an officer for it.";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await TryLoadAsync(cancellationToken))
        {
            return await SentBeforeAsync(cancellationToken);
        }

        await ShowAsync(cancellationToken);
        return Missing is { } step ? step : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await TryLoadAsync(cancellationToken))
        {
            return await SentBeforeAsync(cancellationToken);
        }

        await ShowAsync(cancellationToken);
        if (Missing is { } step)
        {
            return step;
        }

        var result = await ask.ExecuteAsync(
            new AskOfficerRequest
            {
                Kind = Kind,
                Subject = Draft.Subject!,
                Question = Draft.Question!,
                ServiceAreaId = Draft.ServiceAreaId,
                WardId = Draft.WardId,
                Capacity = Enum.Parse<Capacity>(Draft.Capacity!),
                Sealed = Draft.Sealed,
                Constituent = Draft.ConstituentName is { } name
                    ? new ConstituentDetails(
                        name,
                        Draft.ConstituentContact,
                        Draft.ConstituentAddress,
                        Draft.ConstituentAskedThemselves == true,
                        Draft.ConstituentBasis!
                    )
                    : null,
                Files = await Drafts.FilesAsync(Draft, cancellationToken),
                MemberId = MemberId,
                ReceivedOn = Draft.ReceivedOn,
                Facts = Draft.Facts,
                ReasonToGoOn = Draft.ReasonToGoOn,
                DraftId = DraftId,
            },
            Viewer,
            cancellationToken
        );
        switch (result)
        {
            case AskOfficerResult.Asked asked:
                return ToTheEnquiry(asked);
            case AskOfficerResult.NoDraft:
                throw new NotFoundException();
            case AskOfficerResult.NobodyToAsk:
                ModelState.AddModelError("", NobodyToAsk);
                return Page();
            default:
                return RedirectToPage("Rule", new { draft = DraftId });
        }
    }

    public async Task<IActionResult> OnPostThrowAwayAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await Drafts.ThrowAwayAsync(DraftId, Viewer, cancellationToken);
        return RedirectToPage("Kind");
    }

    private string Menders =>
        Answer.Keepers.Count > 0
            ? string.Join(" or ", Answer.Keepers.Select(keeper => $"{keeper.PersonName} ({keeper.Title})"))
            : "Nobody keeps the council’s register today either: whoever runs this service for the council";

    /// <summary>The step at which something is still to be said; null when it can be sent as it stands.</summary>
    private RedirectToPageResult? Missing =>
        !Answer.IsMember || !Answer.MayGoOn(Draft.ReasonToGoOn) ? RedirectToPage("Rule", new { draft = DraftId })
        : Draft is not { Subject: not null, Question: not null, Capacity: not null } || (Draft.ServiceAreaId is null && !Draft.NoService)
            ? RedirectToPage("Details", new { draft = DraftId })
        : Draft.ConstituentBasis is null ? RedirectToPage("Resident", new { draft = DraftId })
        : null;

    // A second click, a form that is sent again, a reload: the same enquiry, and no second one.
    private async Task<IActionResult> SentBeforeAsync(CancellationToken cancellationToken) =>
        await ask.SentBeforeAsync(DraftId, Viewer, cancellationToken) is AskOfficerResult.Asked asked
            ? ToTheEnquiry(asked)
            : throw new NotFoundException();

    private LocalRedirectResult ToTheEnquiry(AskOfficerResult.Asked asked)
    {
        TempData["Done"] = "It has been sent.";
        return LocalRedirect($"/enquiries/{asked.Reference}");
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Answer = await AnswerAsync(cancellationToken);
        MemberName = Draft.MemberId is { } member
            ? await db.People.Where(person => person.Id == member).Select(person => person.FullName).SingleOrDefaultAsync(cancellationToken)
            : null;
    }
}
