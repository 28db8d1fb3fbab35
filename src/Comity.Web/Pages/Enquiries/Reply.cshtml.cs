using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Enquiries;

public sealed class ReplyModel(Comity.Service.Requests.Enquiries enquiries, ReplyToEnquiry act, ReplyCopies copies, CurrentViewer current)
    : WordsPageModel(enquiries, current)
{
    private const int MostInReason = 1_000;

    [BindProperty]
    public string? WhyNotCopied { get; set; }

    /// <summary>Who gets a copy by the protocol, with the norm.</summary>
    public IReadOnlyList<(HeldOffice Office, string Norm)> Copies { get; private set; } = [];

    protected override string Missing => "Enter your reply";

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken) =>
        Copies = await copies.WantedAsync(Matter, Today, cancellationToken);

    protected override bool May(Standing standing) => standing.IsOwner;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var files = await CheckAsync(cancellationToken);
        if (WhyNotCopied?.Length > MostInReason)
        {
            ModelState.AddModelError(nameof(WhyNotCopied), "The reason must be 1,000 characters or fewer");
        }

        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new ReplyToEnquiryRequest(At, Words!.Trim(), files, WhyNotCopied), Viewer, cancellationToken),
                "Your reply has been sent.",
                nameof(Words),
                cancellationToken
            )
            : Page();
    }
}
