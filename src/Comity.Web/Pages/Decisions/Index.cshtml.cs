using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.Enquiries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Decisions;

/// <summary>Each decision that something was done on in an enquiry, with what it was decided from, so that anybody in it can have it decided again.</summary>
public sealed class IndexModel(
    ComityDb db,
    Comity.Service.Requests.Enquiries enquiries,
    DecisionsOfMatter decisions,
    ReplayDecision replay,
    CurrentViewer current
) : EnquiryPageModel(enquiries, current)
{
    public IReadOnlyList<DecisionAsRead> Decisions { get; private set; } = [];

    /// <summary>The decision that was just decided again.</summary>
    public Guid? AgainId { get; private set; }

    public Replayed? Again { get; private set; }

    protected override bool May(Standing standing) => standing.MaySee(Parts.Content);

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Decisions = await decisions.ReadAsync(Matter, cancellationToken);
        return Page();
    }

    /// <summary>Deciding again changes nothing, so the page itself is the answer.</summary>
    public async Task<IActionResult> OnPostAsync(string? decision, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var matterId = Matter.Id;
        if (
            !Guid.TryParseExact(decision, "N", out var id)
            || !await db.Decisions.AnyAsync(row => row.Id == id && row.MatterId == matterId, cancellationToken)
        )
        {
            throw new NotFoundException();
        }

        Again = await replay.ExecuteAsync(id, cancellationToken);
        AgainId = id;
        Decisions = await decisions.ReadAsync(Matter, cancellationToken);
        return Page();
    }
}
