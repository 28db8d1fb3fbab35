using System.ComponentModel.DataAnnotations;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Rulings;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Rulings;

/// <summary>Advice becomes the council's own arrangement by a minute.</summary>
public sealed class AdoptModel(ComityDb db, CurrentViewer current, AdoptRuling adopt) : EntryPage(db, current)
{
    [BindProperty]
    public string? Minute { get; set; }

    [BindProperty]
    [Display(Name = "First day")]
    public DateOnly? From { get; set; }

    protected override bool May(Viewer viewer, Ruling ruling) => viewer.MayKeepRegister() && !ruling.Binding;

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        ChangeAsync(
            viewer => adopt.ExecuteAsync(viewer, new AdoptRulingRequest(Number, Minute, From, Opened ?? ""), cancellationToken),
            "It is the council’s choice now",
            cancellationToken
        );
}
