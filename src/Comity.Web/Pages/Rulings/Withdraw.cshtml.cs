using System.ComponentModel.DataAnnotations;
using Comity.Service.Matters;
using Comity.Service.Rulings;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Rulings;

/// <summary>The last day of a ruling.</summary>
public sealed class WithdrawModel(ComityDb db, CurrentViewer current, WithdrawRuling withdraw) : EntryPage(db, current)
{
    [BindProperty]
    [Display(Name = "Last day")]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    protected override bool May(Viewer viewer, Ruling ruling) => WithdrawRuling.MayEnd(viewer, ruling);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        ChangeAsync(
            viewer => withdraw.ExecuteAsync(viewer, new WithdrawRulingRequest(Number, LastDay, Because, Opened ?? ""), cancellationToken),
            "It has been ended",
            cancellationToken
        );
}
