using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Why;

/// <summary>Why can I see this? Each leave that the viewer holds on the enquiry, with its reason and what the reason rests on.</summary>
public sealed class IndexModel(ComityDb db, Enquiries enquiries, Library library, ViewerTokens tokens, CurrentViewer current) : PageModel
{
    public sealed record Leave(string Part, string Through, string Reason, Source Source, DateTime Since);

    public string Reference { get; private set; } = "";

    public IReadOnlyList<Leave> Leaves { get; private set; } = [];

    public async Task OnGetAsync(string reference, CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        var standing = await enquiries.FindAsync(reference, viewer, cancellationToken) ?? throw new NotFoundException();
        var matter = standing.Matter;
        Reference = matter.Reference;
        var officeIds = viewer.OfficeIds;
        var offices = await db
            .Offices.AsNoTracking()
            .Where(office => officeIds.Contains(office.Id))
            .ToDictionaryAsync(office => tokens.Office(office.Id, matter.Class), office => office.Title, cancellationToken);
        var read = await db.TextEditions.AnyAsync(cancellationToken) ? await library.OnAsync(current.Today, cancellationToken) : null;
        var grants = await db
            .Grants.AsNoTracking()
            .HeldBy(matter.Id, viewer, current.Now)
            .OrderBy(grant => grant.From)
            .ThenBy(grant => grant.Id)
            .ToListAsync(cancellationToken);
        Leaves =
        [
            .. grants.Select(grant => new Leave(
                PartInWords(grant.Part),
                offices.TryGetValue(grant.Token, out var title) ? $"As {title}" : "You yourself",
                grant.Reason,
                Source.Of(grant.Source, read),
                grant.From
            )),
        ];
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
