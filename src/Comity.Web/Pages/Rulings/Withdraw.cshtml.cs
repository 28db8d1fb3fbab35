using System.ComponentModel.DataAnnotations;
using Comity.Service.People;
using Comity.Service.Rulings;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.People;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Rulings;

/// <summary>The last day of a ruling.</summary>
public sealed class WithdrawModel(ComityDb db, CurrentViewer current, WithdrawRuling withdraw) : RegisterPage(current)
{
    [FromRoute]
    public int Number { get; set; }

    [BindProperty]
    [Display(Name = "Last day")]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    public RulingAsRead Entry { get; private set; } = null!;

    public string Mark => AsOpened.Of([Entry.Ruling]);

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        return await FinishAsync(
            () => withdraw.ExecuteAsync(viewer, new WithdrawRulingRequest(Number, LastDay, Because, Opened ?? ""), cancellationToken),
            "It has been ended",
            _ => Entry.Link,
            cancellationToken
        );
    }

    protected override async Task<bool> MayAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        return await FindAsync(cancellationToken) is { } entry && WithdrawRuling.MayEnd(viewer, entry.Ruling);
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken) =>
        Entry = await FindAsync(cancellationToken) ?? throw new NotFoundException();

    private async Task<RulingAsRead?> FindAsync(CancellationToken cancellationToken) =>
        (await RulingAsRead.AllAsync(db, Today, cancellationToken)).FirstOrDefault(ruling => ruling.Ruling.Number == Number);
}
