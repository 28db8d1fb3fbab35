using Comity.Service.Information;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.Enquiries;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Information;

/// <summary>Everything that was asked for, with what was decided of each; whoever has the request says what there is.</summary>
public sealed class IndexModel(
    Comity.Service.Requests.Enquiries enquiries,
    InformationItems items,
    InformationRules rules,
    ComityDb db,
    CurrentViewer current
) : EnquiryPage(enquiries, current)
{
    public IReadOnlyList<ItemAsRead> Items { get; private set; } = [];

    public bool IsInside => ItemPageModel.IsInsideOf(Standing, Viewer);

    /// <summary>How many of the member's requests are open, and how many came in the last twelve months: of those that the viewer may see.</summary>
    public (int Open, int Recent) Requests { get; private set; }

    /// <summary>What the protocol says of how much is asked for.</summary>
    public ProtocolSays SaysOfNumber { get; private set; } = ProtocolSays.Nothing;

    /// <summary>Where the right to see something comes from, in the protocol's words here.</summary>
    public ProtocolSays SaysOfRight { get; private set; } = ProtocolSays.Nothing;

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    protected override bool May(Standing standing) => standing.MaySee(Parts.Content) && InformationItems.IsAskedIn(standing.Matter);

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        Items = await items.OfAsync(Matter, cancellationToken);
        (SaysOfRight, SaysOfNumber) = await rules.GuidanceAsync(Today, cancellationToken);
        Requests = await CountAsync(cancellationToken);
    }

    private async Task<(int, int)> CountAsync(CancellationToken cancellationToken)
    {
        var asker = Standing.Parties.FirstOrDefault(party => party.Place == MatterParties.RaisedBy)?.Token;
        var since = Now.AddYears(-1);
        var asked = db
            .Matters.AsNoTracking()
            .VisibleTo(db, Viewer, Now)
            .Where(matter =>
                db.MatterParties.Any(party => party.MatterId == matter.Id && party.Place == MatterParties.RaisedBy && party.Token == asker)
            );
        return (
            await asked.CountAsync(
                matter => matter.State == MatterState.Open || matter.State == MatterState.Acknowledged,
                cancellationToken
            ),
            await asked.CountAsync(matter => matter.OpenedAt >= since, cancellationToken)
        );
    }
}
