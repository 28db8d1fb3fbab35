using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Enquiries;

public sealed class DeclineModel(
    Comity.Service.Requests.Enquiries enquiries,
    ReasonsToDecline reasons,
    ReplyCopies copies,
    DeclineEnquiry act,
    CurrentViewer current
) : WordsPageModel(enquiries, current)
{
    [BindProperty]
    public List<string> Reasons { get; set; } = [];

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? WhyNotCopied { get; set; }

    /// <summary>Who gets a copy by the protocol, with the norm.</summary>
    public IReadOnlyList<(HeldOffice Office, string Norm)> Copies { get; private set; } = [];

    public IReadOnlyList<ReasonToDecline> Known { get; private set; } = [];

    public bool AsksForCode => Known.Any(reason => DeclineEnquiry.NameTheCode.Contains(reason.Key));

    protected override string Missing => "Enter why it cannot be done";

    public static string HintOf(ReasonToDecline reason)
    {
        var clauses = string.Join(", ", reason.Clauses.Select(clause => clause.Clause).Distinct());
        var says = reason.IsFinal ? "it must not be asked." : "it should not be asked.";
        return $"Clause {clauses}: {says} {reason.Says}".TrimEnd();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        if (Reasons.Count == 0 || Reasons.Any(key => Known.All(reason => reason.Key != key)))
        {
            ModelState.AddModelError(nameof(Reasons), "Choose why it cannot be done");
        }

        if (Reasons.Any(DeclineEnquiry.NameTheCode.Contains) && string.IsNullOrWhiteSpace(Code))
        {
            ModelState.AddModelError(nameof(Code), "Enter which code it would break");
        }
        else if (Code?.Length > 200)
        {
            ModelState.AddModelError(nameof(Code), "Which code it would break must be 200 characters or fewer");
        }

        ReplyModel.CheckWhyNotCopied(ModelState, WhyNotCopied);
        return ModelState.IsValid
            ? await FinishAsync(
                () =>
                    act.ExecuteAsync(
                        new DeclineEnquiryRequest(At, Reasons, Words!.Trim(), Code?.Trim(), WhyNotCopied),
                        Viewer,
                        cancellationToken
                    ),
                "You have said why it cannot be done.",
                nameof(Reasons),
                cancellationToken
            )
            : Page();
    }

    protected override bool May(Standing standing) => standing.IsOwner && DeclineEnquiry.IsOffered(standing.Matter);

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        Known = await reasons.OfAsync(Matter, Today, cancellationToken);
        Copies = await copies.WantedAsync(Matter, Today, cancellationToken);
    }
}
