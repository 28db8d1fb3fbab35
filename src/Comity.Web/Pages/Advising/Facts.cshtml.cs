using Comity.Service.Advising;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.WardInformation;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.Enquiries;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Advising;

/// <summary>The author of advice gives every member the facts behind it, in words of their own.</summary>
public sealed class FactsModel(
    Comity.Service.Requests.Enquiries enquiries,
    AdviceInMatter inMatter,
    AdviceReading reading,
    AdviceRules rules,
    ReleaseFacts act,
    CurrentViewer current
) : AdvicePage(enquiries, inMatter, current)
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    public ProtocolSays Says { get; private set; } = ProtocolSays.Nothing;

    /// <summary>The files that came with the advice as it stands.</summary>
    public IReadOnlyList<FileShown> AdviceFiles { get; private set; } = [];

    public bool AsksReason => !string.IsNullOrEmpty(Reason) || ModelState[nameof(Reason)]?.Errors.Count > 0;

    protected override string Missing => "";

    protected override bool WordsAreOptional => true;

    protected override bool May(Standing standing) => AdviceInMatter.IsAdviser(standing, Viewer);

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        await base.ReadMoreAsync(cancellationToken);
        if (Advice is not { } advice || !InMatter.IsAuthor(advice, Matter, Viewer))
        {
            throw new NotFoundException();
        }

        var shown = await reading.OfAsync([advice], Standing, Viewer, cancellationToken);
        AdviceFiles = shown[0].Versions[^1].Files;
        Says = (await rules.ReleasingFactsAsync(Today, cancellationToken)).Says;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            var request = new ReleaseFactsRequest(At, Advice!.Number, Title?.Trim(), Words, Chosen, Reason);
            switch (await act.ExecuteAsync(request, Viewer, cancellationToken))
            {
                case NewsResult.Told told:
                    TempData["Done"] = "Every member has been told the facts. The advice stays where it is.";
                    return LocalRedirect($"/news/{told.Reference}");
                case NewsResult.Refused refused:
                    refused.Errors.ToList().ForEach(error => ModelState.AddModelError(error.Field, error.Message));
                    return Page();
                default:
                    throw new NotFoundException();
            }
        }
        catch (ChangedSinceOpenedException)
        {
            await LoadAsync(cancellationToken);
            Version = Matter.Version;
            return this.ChangedSinceOpened();
        }
    }
}
