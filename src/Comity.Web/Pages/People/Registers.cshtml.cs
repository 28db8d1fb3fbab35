using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.People;

/// <summary>The posts listed as politically restricted, and the powers that the council has specifically given.</summary>
public sealed class RegistersModel(CouncilOnDate council, WhatProtocolSays says, CurrentViewer current, GiveDelegation give) : PageModel
{
    [BindProperty]
    public Guid? PersonId { get; set; }

    [BindProperty]
    public string? Scope { get; set; }

    [BindProperty]
    public string? Minute { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    public IReadOnlyList<Post> RestrictedPosts { get; private set; } = [];
    public IReadOnlyList<Power> Powers { get; private set; } = [];
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public bool MayKeep { get; private set; }

    /// <summary>What the protocol says of those who hold a restricted post.</summary>
    public ProtocolSays OnRestrictedPosts { get; private set; } = ProtocolSays.Nothing;

    /// <summary>What the protocol says of a power that the council gives to one member.</summary>
    public ProtocolSays OnPowers { get; private set; } = ProtocolSays.Nothing;

    public sealed record Post(string Title, string? Service, string Holders);

    public sealed record Power(Guid PersonId, string Holder, string Scope, string Minute, DateOnly From, DateOnly? Until);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // A day that cannot be read is missing for the write; nothing is written until it can.
        if (!ModelState.IsValid)
        {
            await LoadAsync(cancellationToken);
            return Page();
        }

        var change = await give.ExecuteAsync(
            await current.GetAsync(cancellationToken),
            new GiveDelegationRequest(PersonId, Scope, Minute, From, Until),
            cancellationToken
        );
        switch (change)
        {
            case RegisterChange.Done:
                return RedirectToPage();
            case RegisterChange.Refused refused:
                ModelState.AddErrors(refused);
                await LoadAsync(cancellationToken);
                return Page();
            default:
                throw new NotFoundException();
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var today = current.Today;
        OnRestrictedPosts = await says.OfAsync(
            today,
            "hold-political-role",
            "officer",
            cancellationToken,
            ("post-politically-restricted", "yes")
        );
        OnPowers = await says.OfAsync(today, "delegate-authority", "council", cancellationToken);
        var offices = await council
            .OfficesOn(today)
            .Where(office => office.PoliticallyRestricted)
            .Select(office => new
            {
                office.Id,
                office.Title,
                Service = office.ServiceArea!.Name,
            })
            .OrderBy(office => office.Title)
            .ToListAsync(cancellationToken);
        var holders = (
            await council.HeldOffices(today).Where(held => held.PoliticallyRestricted && !held.AsDeputy).ToListAsync(cancellationToken)
        ).ToLookup(held => held.OfficeId, held => held.PersonName);
        RestrictedPosts =
        [
            .. offices.Select(office => new Post(
                office.Title,
                office.Service,
                string.Join(", ", holders[office.Id].Order(StringComparer.Ordinal).DefaultIfEmpty("Vacant"))
            )),
        ];
        Powers = await council
            .Facts<Delegation>(today)
            .OrderBy(fact => fact.Person!.FullName)
            .Select(fact => new Power(fact.PersonId, fact.Person!.FullName, fact.Scope, fact.Minute, fact.From, fact.Until))
            .ToListAsync(cancellationToken);
        MayKeep = (await current.GetAsync(cancellationToken)).MayKeepRegister();
        if (MayKeep)
        {
            var people = await council
                .HeldOffices(today)
                .Where(held => !held.AsDeputy)
                .Select(held => new { held.PersonId, held.PersonName })
                .Distinct()
                .OrderBy(person => person.PersonName)
                .ToListAsync(cancellationToken);
            People = [.. people.Select(person => new SelectListItem(person.PersonName, person.PersonId.ToString()))];
        }
    }
}
