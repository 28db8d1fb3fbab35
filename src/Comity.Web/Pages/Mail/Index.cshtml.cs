using Comity.Service.Arrangements;
using Comity.Service.Mail;
using Comity.Service.People;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.Mail;

/// <summary>The emails about which the viewer has to decide, and those that were turned away.</summary>
public sealed class IndexModel(HeldMail held, MailKept kept, CurrentViewer current) : PageModel
{
    public IReadOnlyList<HeldLetter> Letters { get; private set; } = [];

    public IReadOnlyList<HeldLetter> TurnedAway { get; private set; } = [];

    /// <summary>How long what was turned away is kept; null where the council has settled nothing.</summary>
    public Arrangement? Kept { get; private set; }

    /// <summary>Whether it is said how long they are kept: to whoever has to do with any.</summary>
    public bool SaysHowLong { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        Letters = await held.ListAsync(viewer, cancellationToken);
        TurnedAway = await held.TurnedAwayAsync(viewer, cancellationToken);
        Kept = await kept.SettledAsync(current.Today, cancellationToken);
        SaysHowLong = viewer.MayKeepRegister() || Letters.Count + TurnedAway.Count > 0;
    }
}
