using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.Enquiries;
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
        !Kind.OfService
            ? $"Nobody in the council can take a question about the protocol today, so it cannot be sent. {Menders} can enter who does."
        : Draft.NoService ? $"Nobody can take it as the council’s clerk today, so it cannot be sent. {Menders} can enter who does."
        : $"Nobody is named for {Answer.ServiceName} today, so it cannot be sent there. Choose another service, or say that you do not know: then it goes to the clerk. {Menders} can name an officer for it.";

    /// <summary>That the officer named for it is a junior one, and who the senior one is.</summary>
    public static string Seniority(JuniorContact contact)
    {
        var senior = contact.Senior is { } one ? $"{one.PersonName} ({one.Title})" : null;
        return contact.Norm is { } norm
                ? $"The officer named for this service, {contact.Junior.PersonName}, is a junior one: it goes to {senior} instead ({Sources.InWords(norm)})."
            : senior is null ? "This is a junior officer."
            : $"This is a junior officer. The senior officer to ask is {senior}.";
    }

    /// <summary>Why it goes to this office.</summary>
    public string WhyThere =>
        Answer.OwnerSource switch
        {
            EnquiryOwners.RegularContact => "The officer whom the service has named for members.",
            EnquiryOwners.ChiefOfficer => "The service’s chief officer, who is next in line after the officers named for members.",
            EnquiryOwners.Clerk => "What belongs to no service goes to the council’s clerk.",
            EnquiryOwners.LedToNobody =>
                "The protocol leads to nobody here who can take it. That it goes to this office is a safeguard of Comity’s own, not the protocol.",
            { } source when Sources.IsArrangement(source) => $"It goes there by {Sources.InWords(source)}.",
            var norm => $"The protocol sends it there ({Sources.InWords(norm ?? "")}).",
        };

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
                ServiceAreaId = Kind.OfService ? Draft.ServiceAreaId : null,
                WardId = Kind.OfService ? Draft.WardId : null,
                Capacity = Enum.Parse<Capacity>(Draft.Capacity!),
                Sealed = Draft.Sealed,
                Constituent =
                    Kind.OfService && Draft.ConstituentName is { } name
                        ? new ConstituentDetails(
                            name,
                            Draft.ConstituentContact,
                            Draft.ConstituentAddress,
                            Draft.ConstituentAskedThemselves == true,
                            Draft.ConstituentBasis!
                        )
                        {
                            IsSensitive = Draft.ConstituentSensitive == true,
                            IsOnlyWhatIsNeeded = Draft.ConstituentOnlyWhatIsNeeded,
                        }
                        : null,
                Files = await Drafts.FilesAsync(Draft, cancellationToken),
                MemberId = MemberId,
                ReceivedOn = Draft.ReceivedOn,
                Facts = Draft.Facts,
                ReasonToGoOn = Draft.ReasonToGoOn,
                Right = Kind.IsForInformation ? RightToAsk.Find(Draft.Right) : null,
                Authority = Kind.IsWork ? Draft.Authority ?? Authority.Own : Authority.Own,
                About = About,
                DraftId = DraftId,
            },
            Viewer,
            cancellationToken
        );
        switch (result)
        {
            case AskOfficerResult.Asked asked:
                return ToTheEnquiry(asked);
            case AskOfficerResult.WithoutBasis:
                return RedirectToPage("Resident", new { draft = DraftId });
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
        Kind == EnquiryKind.Instruction && Draft.Authority is null ? RedirectToPage("Authority", new { draft = DraftId })
        : !Answer.IsEntitled || !Answer.MayGoOn(Draft.ReasonToGoOn) ? RedirectToPage("Rule", new { draft = DraftId })
        : Draft is not { Subject: not null, Question: not null, Capacity: not null } || (Draft.ServiceAreaId is null && !Draft.NoService)
            ? RedirectToPage("Details", new { draft = DraftId })
        : Kind.OfService && (Draft.ConstituentBasis is null || (Draft is { ConstituentName: not null, Capacity: nameof(Capacity.Party) }))
            ? RedirectToPage("Resident", new { draft = DraftId })
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
