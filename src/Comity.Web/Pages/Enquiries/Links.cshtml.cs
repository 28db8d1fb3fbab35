using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Enquiries;

/// <summary>The matters that have to do with this one, of those that the viewer may see; what they have to do with it is said and taken back here.</summary>
public sealed class LinksModel(
    Comity.Service.Requests.Enquiries enquiries,
    LinkedMatters linked,
    LinkMatters link,
    UnlinkMatters unlink,
    CurrentViewer current
) : EnquiryPageModel(enquiries, current)
{
    public const string MissingReference = "Enter the reference of the other matter, for example WXQ4-7F2M-K9";

    [BindProperty]
    public string? Other { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    public IReadOnlyList<LinkedMatters.Linked> Linked { get; private set; } = [];

    /// <summary>Whether the viewer may say that the same was asked twice, or take that back.</summary>
    public bool MayMerge => Standing.MaySee(Parts.Notes);

    protected override bool May(Standing standing) => standing.MaySee(Parts.Content);

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken) =>
        Linked = await linked.OfAsync(Matter, Viewer, Now, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!PublicReference.TryParse(Other, out _))
        {
            ModelState.AddModelError(nameof(Other), MissingReference);
        }

        if (Kind is null || !MatterLinkKind.Sayable.Contains(Kind))
        {
            ModelState.AddModelError(nameof(Kind), "Choose what this one has to do with it");
        }

        return ModelState.IsValid
            ? await FinishAsync(
                () => link.ExecuteAsync(new LinkMattersRequest(At, Other, Kind), Viewer, cancellationToken),
                "The two are linked.",
                nameof(Other),
                cancellationToken
            )
            : Page();
    }

    public async Task<IActionResult> OnPostUnlinkAsync(Guid linkId, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return await FinishAsync(
            () => unlink.ExecuteAsync(new UnlinkMattersRequest(At, linkId), Viewer, cancellationToken),
            "They are linked no longer.",
            nameof(Other),
            cancellationToken
        );
    }
}
