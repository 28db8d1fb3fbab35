using System.ComponentModel.DataAnnotations;
using Comity.Service.People;
using Comity.Service.Rulings;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.People;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Rulings;

/// <summary>Advice becomes the council's own arrangement by a minute.</summary>
public sealed class AdoptModel(ComityDb db, CurrentViewer current, AdoptRuling adopt) : RegisterPage(current)
{
    [FromRoute]
    public int Number { get; set; }

    [BindProperty]
    public string? Minute { get; set; }

    [BindProperty]
    [Display(Name = "First day")]
    public DateOnly? From { get; set; }

    public RulingAsRead Entry { get; private set; } = null!;

    public string Mark => AsOpened.Of([Entry.Ruling]);

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        return await FinishAsync(
            () => adopt.ExecuteAsync(viewer, new AdoptRulingRequest(Number, Minute, From, Opened ?? ""), cancellationToken),
            "It is the council’s choice now",
            _ => Entry.Link,
            cancellationToken
        );
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken) =>
        Entry =
            (await RulingAsRead.AllAsync(db, Today, cancellationToken)).FirstOrDefault(ruling =>
                ruling.Ruling.Number == Number && !ruling.Ruling.Binding
            ) ?? throw new NotFoundException();
}
