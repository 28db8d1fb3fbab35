using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Enquiries;

/// <summary>For the officers who deal with it: the same was asked twice and is answered in one place; or it was not the same after all.</summary>
public sealed class MergeModel(
    Comity.Service.Requests.Enquiries enquiries,
    LinkedMatters linked,
    MergeMatters merge,
    UnmergeMatters unmerge,
    CurrentViewer current
) : EnquiryPageModel(enquiries, current)
{
    [BindProperty]
    public string? Into { get; set; }

    /// <summary>The one into which it was merged, where it was and the viewer may see that one.</summary>
    public LinkedMatters.Linked? MergedInto { get; private set; }

    public bool IsRunning => Matter.State is MatterState.Open or MatterState.Acknowledged;

    protected override bool May(Standing standing) => standing.MaySee(Parts.Notes);

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken) =>
        MergedInto = (await linked.OfAsync(Matter, Viewer, Now, cancellationToken)).FirstOrDefault(one =>
            one is { Kind: MatterLinkKind.Merged, FromHere: true }
        );

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!PublicReference.TryParse(Into, out _))
        {
            ModelState.AddModelError(nameof(Into), LinksModel.MissingReference);
        }

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
            nameof(Into),
            cancellationToken
        );
    }
}
