using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Service.Templates;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Enquiries;

public sealed class ReplyModel(
    Comity.Service.Requests.Enquiries enquiries,
    ReplyToEnquiry act,
    ReplyCopies copies,
    StartFrom start,
    CurrentViewer current
) : WordsPageModel(enquiries, current)
{
    private const int MostInReason = 1_000;

    [BindProperty]
    public string? WhyNotCopied { get; set; }

    /// <summary>The template to start from, and the button that puts its words in.</summary>
    [BindProperty]
    public string? Template { get; set; }

    [BindProperty]
    public string? PutIn { get; set; }

    public IReadOnlyList<SelectListItem> Templates { get; private set; } = [];

    /// <summary>Who gets a copy by the protocol, with the norm.</summary>
    public IReadOnlyList<(HeldOffice Office, string Norm)> Copies { get; private set; } = [];

    protected override string Missing => "Enter your reply";

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        Copies = await copies.WantedAsync(Matter, Today, cancellationToken);
        Templates = await start.ChoicesAsync(Matter, TemplateUse.Reply, Viewer, cancellationToken);
    }

    protected override bool May(Standing standing) => standing.IsOwner;

    internal static void CheckWhyNotCopied(ModelStateDictionary state, string? why)
    {
        if (why?.Length > MostInReason)
        {
            state.AddModelError(nameof(WhyNotCopied), "The reason must be 1,000 characters or fewer");
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (PutIn is not null)
        {
            await LoadAsync(cancellationToken);
            ModelState.Clear();
            if (await start.PutInAsync(Template, Words, Standing, TemplateUse.Reply, Viewer, cancellationToken) is { } words)
            {
                Words = words;
            }
            else
            {
                ModelState.AddModelError(nameof(Template), StartFrom.NothingChosen);
            }

            return Page();
        }

        var files = await CheckAsync(cancellationToken);
        CheckWhyNotCopied(ModelState, WhyNotCopied);
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
