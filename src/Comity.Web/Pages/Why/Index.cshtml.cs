using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.Enquiries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Why;

/// <summary>Why can I see this? Each leave that the viewer holds on the enquiry, with its reason and what the reason rests on.</summary>
public sealed class IndexModel(
    ComityDb db,
    Comity.Service.Requests.Enquiries enquiries,
    Library library,
    ViewerTokens tokens,
    CurrentViewer current
) : EnquiryPageModel(enquiries, current)
{
    public sealed record Leave(string Part, string Through, string Reason, Source Source, DateTime Since);

    private static readonly string[] InOrder = [Parts.Matter, Parts.Content, Parts.Constituent, Parts.Notes];

    public IReadOnlyList<Leave> Leaves { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var matter = Matter;
        var officeIds = Viewer.OfficeIds;
        var offices = await db
            .Offices.AsNoTracking()
            .Where(office => officeIds.Contains(office.Id))
            .ToDictionaryAsync(office => tokens.Office(office.Id, matter.Class), office => office.Title, cancellationToken);
        var read = await db.TextEditions.AnyAsync(cancellationToken) ? await library.OnAsync(Today, cancellationToken) : null;
        var grants = await db.Grants.AsNoTracking().HeldBy(matter.Id, Viewer, Now).ToListAsync(cancellationToken);
        Leaves =
        [
            .. grants
                .OrderBy(grant => grant.From)
                .ThenBy(grant => Array.IndexOf(InOrder, grant.Part))
                .Select(grant => new Leave(
                    PartInWords(grant.Part),
                    offices.TryGetValue(grant.Token, out var title) ? $"As {title}" : "You yourself",
                    grant.Reason,
                    Source.Of(grant.Source, read),
                    grant.From
                )),
        ];
        return Page();
    }

    private static string PartInWords(string part) =>
        part switch
        {
            Parts.Matter => "That it exists: reference, state and dates",
            Parts.Content => "The question, the replies and the files",
            Parts.Constituent => "Who the resident is",
            Parts.Notes => "Notes among officers",
            _ => part,
        };
}
