using Comity.Service.Content;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Enquiries;

public sealed class AgreeDateModel(Comity.Service.Requests.Enquiries enquiries, AgreeDate act, ContentStore contents, CurrentViewer current)
    : WordsPageModel(enquiries, current)
{
    [BindProperty]
    public string? Agrees { get; set; }

    /// <summary>What the officer proposed last; null where nothing was.</summary>
    public string? Proposed { get; private set; }

    protected override string Missing => "";

    protected override bool WordsAreOptional => true;

    protected override bool May(Standing standing) => standing.IsAsker;

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken) =>
        Proposed = Standing.Said.LastOrDefault(said => said.Kind == ProposeDate.Proposed) is { } said
            ? await contents.ReadTextAsync(said.Words.ContentId, cancellationToken)
            : null;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        if (Agrees is not ("yes" or "no"))
        {
            ModelState.AddModelError(nameof(Agrees), "Choose whether you agree");
        }

        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new AgreeDateRequest(At, Agrees == "yes", Words?.Trim() ?? ""), Viewer, cancellationToken),
                Agrees == "yes" ? "You agreed to the later date." : "The date stays.",
                nameof(Agrees),
                cancellationToken
            )
            : Page();
    }
}
