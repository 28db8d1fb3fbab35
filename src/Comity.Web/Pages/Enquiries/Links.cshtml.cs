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
    MergeMatters merge,
    UnmergeMatters unmerge,
    CurrentViewer current
) : EnquiryPageModel(enquiries, current)
{
    [BindProperty]
    public string? Other { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Into { get; set; }

    public IReadOnlyList<LinkedMatters.Linked> Linked { get; private set; } = [];

    public bool MayMerge => Standing.MaySee(Parts.Notes) && Matter.State is MatterState.Open or MatterState.Acknowledged && !IsMerged;

    public bool IsMerged => Linked.Any(one => one is { Kind: MatterLinkKind.Merged, FromHere: true });

    public bool MayUnmerge => IsMerged && Standing.MaySee(Parts.Notes);

    protected override bool May(Standing standing) => standing.MaySee(Parts.Content);

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken) =>
        Linked = await linked.OfAsync(Matter, Viewer, Now, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        NeedReference(nameof(Other), Other);
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

    public async Task<IActionResult> OnPostMergeAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        NeedReference(nameof(Into), Into);
        return ModelState.IsValid
            ? await FinishAsync(
                () => merge.ExecuteAsync(new MergeMattersRequest(At, Into), Viewer, cancellationToken),
                "It is merged.",
                nameof(Into),
                cancellationToken
            )
            : Page();
    }

    public async Task<IActionResult> OnPostUnmergeAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return await FinishAsync(
            () => unmerge.ExecuteAsync(new UnmergeMattersRequest(At), Viewer, cancellationToken),
            "It goes on by itself again.",
            nameof(Other),
            cancellationToken
        );
    }

    private void NeedReference(string field, string? reference)
    {
        if (!PublicReference.TryParse(reference, out _))
        {
            ModelState.AddModelError(field, "Enter the reference of the other matter, for example WXQ4-7F2M-K9");
        }
    }
}
