using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Rulings;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.People;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Rulings;

/// <summary>A page that changes one ruling or piece of advice, and leads back to it.</summary>
public abstract class EntryPage(ComityDb db, CurrentViewer current) : RegisterPage(current)
{
    [FromRoute]
    public int Number { get; set; }

    public RulingAsRead Entry { get; private set; } = null!;

    public string Mark => AsOpened.Of([Entry.Ruling]);

    public void OnGet() { }

    /// <summary>Whether there is such a page of it for the viewer.</summary>
    protected abstract bool May(Viewer viewer, Ruling ruling);

    // Whoever may turns on the entry, which is read once.
    protected override Task<bool> MayAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        Entry =
            (await RulingAsRead.AllAsync(db, Today, cancellationToken)).FirstOrDefault(one =>
                one.Ruling.Number == Number && May(viewer, one.Ruling)
            ) ?? throw new NotFoundException();
    }

    protected async Task<IActionResult> ChangeAsync(
        Func<Viewer, Task<RegisterChange>> act,
        string done,
        CancellationToken cancellationToken
    )
    {
        var viewer = await Current.GetAsync(cancellationToken);
        return await FinishAsync(() => act(viewer), done, _ => Entry.Link, cancellationToken);
    }
}
