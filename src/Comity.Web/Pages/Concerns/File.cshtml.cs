using Comity.Service.Concerns;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Concerns;

/// <summary>A file of a concern, of the parts that the viewer was granted, as a download and never as a page.</summary>
public sealed class FileModel(ConcernMatters concerns, ConcernFiles files, CurrentViewer current) : ConcernPage(concerns, current)
{
    [FromRoute]
    public Guid Id { get; set; }

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return await files.FindAsync(Seen, Id, Viewer, cancellationToken) is { } file
            ? File(file.Bytes, "application/octet-stream", file.Name)
            : throw new NotFoundException();
    }
}
