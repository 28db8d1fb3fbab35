using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.People;

/// <summary>One service: who is named for members, and how they are asked to get in touch.</summary>
public sealed class ServiceModel(
    CouncilOnDate council,
    ComityDb db,
    CurrentViewer current,
    WhatProtocolSays says,
    NameContact nameContact,
    SetContactArrangement setArrangement
) : PageModel
{
    [BindProperty]
    public string? Contact { get; set; }

    [BindProperty]
    public Guid? OfficeId { get; set; }

    [BindProperty]
    public string? SortOfContact { get; set; }

    [BindProperty]
    public string? Says { get; set; }

    /// <summary>What the form that comes back said when it was opened.</summary>
    [BindProperty]
    public string? Opened { get; set; }

    public string ContactsMark { get; private set; } = "";
    public string ArrangementMark { get; private set; } = "";

    public ServiceArea Service { get; private set; } = null!;
    public ServiceArea? PartOf { get; private set; }
    public IReadOnlyList<ServiceArea> Parts { get; private set; } = [];
    public IReadOnlyList<NamedOfficer> SeniorContacts { get; private set; } = [];
    public NamedOfficer? ComplaintsOfficer { get; private set; }
    public ContactArrangement? Arrangement { get; private set; }
    public string? ArrangedBy { get; private set; }
    public bool MayName { get; private set; }
    public bool MayKeep { get; private set; }
    public IReadOnlyList<SelectListItem> Offices { get; private set; } = [];

    /// <summary>What the protocol says of naming officers for regular contact.</summary>
    public ProtocolSays OnRegularContact { get; private set; } = ProtocolSays.Nothing;

    /// <summary>What it says of an officer for members' complaints.</summary>
    public ProtocolSays OnComplaintsOfficer { get; private set; } = ProtocolSays.Nothing;

    /// <summary>What it says of a department's own arrangements.</summary>
    public ProtocolSays OnArrangements { get; private set; } = ProtocolSays.Nothing;

    /// <summary>An office named for members, with whoever is in it today.</summary>
    public sealed record NamedOfficer(Guid FactId, string Title, string? SortOfContact, IReadOnlyList<HeldOffice> Holders);

    public async Task OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        await LoadAsync(id, cancellationToken);
        Says = Arrangement?.Says;
    }

    public async Task<IActionResult> OnPostNameAsync(Guid id, CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        var request = new NameContactRequest(id, OfficeId, Contact, SortOfContact, current.Today, Opened ?? "");
        return await EndAsync(
            id,
            () => nameContact.ExecuteAsync(viewer, request, cancellationToken),
            () => ContactsMark = Opened ?? "",
            cancellationToken
        );
    }

    public async Task<IActionResult> OnPostArrangeAsync(Guid id, CancellationToken cancellationToken)
    {
        var viewer = await current.GetAsync(cancellationToken);
        var request = new SetContactArrangementRequest(id, Says, current.Today, Opened ?? "");
        return await EndAsync(
            id,
            () => setArrangement.ExecuteAsync(viewer, request, cancellationToken),
            () => ArrangementMark = Opened ?? "",
            cancellationToken
        );
    }

    /// <param name="keepMark">A form that was refused is still the one that was opened.</param>
    private async Task<IActionResult> EndAsync(
        Guid id,
        Func<Task<RegisterChange>> act,
        Action keepMark,
        CancellationToken cancellationToken
    )
    {
        try
        {
            switch (await act())
            {
                case RegisterChange.Done:
                    return RedirectToPage(new { id });
                case RegisterChange.Refused refused:
                    ModelState.AddErrors(refused);
                    await LoadAsync(id, cancellationToken);
                    keepMark();
                    return Page();
                default:
                    throw new NotFoundException();
            }
        }
        catch (ChangedSinceOpenedException)
        {
            await LoadAsync(id, cancellationToken);
            return this.ChangedSinceOpened();
        }
    }

    private async Task LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var today = current.Today;
        var tree = await council.ServicesAsync(today, cancellationToken);
        Service = tree.Find(id) ?? throw new NotFoundException();
        PartOf = Service.PartOfId is { } above ? tree.Find(above) : null;
        Parts = [.. tree.PartsOf(id)];
        var named = await council
            .Facts<NamedContact>(today)
            .Where(fact => fact.ServiceAreaId == id)
            .Select(fact => new
            {
                fact.Id,
                fact.Contact,
                fact.OfficeId,
                fact.SortOfContact,
                fact.Office!.Title,
            })
            .OrderBy(fact => fact.Title)
            .ToListAsync(cancellationToken);
        var holders = (await council.ActingInAsync([.. named.Select(fact => fact.OfficeId).Distinct()], today, cancellationToken)).ToLookup(
            held => held.OfficeId
        );
        SeniorContacts =
        [
            .. named
                .Where(fact => fact.Contact == NamedContact.RegularSeniorOfficer)
                .Select(fact => new NamedOfficer(fact.Id, fact.Title, fact.SortOfContact, [.. holders[fact.OfficeId]])),
        ];
        ComplaintsOfficer = named
            .Where(fact => fact.Contact == NamedContact.ServiceComplaintsOfficer)
            .Select(fact => new NamedOfficer(fact.Id, fact.Title, null, [.. holders[fact.OfficeId]]))
            .FirstOrDefault();
        Arrangement = await council
            .Facts<ContactArrangement>(today)
            .FirstOrDefaultAsync(fact => fact.ServiceAreaId == id, cancellationToken);
        ArrangedBy = Arrangement is { } arranged
            ? await db
                .People.Where(person => person.Id == arranged.SetByPersonId)
                .Select(person => person.FullName)
                .FirstOrDefaultAsync(cancellationToken)
            : null;
        ContactsMark = AsOpened.Of(
            await db.NamedContacts.AsNoTracking().Where(fact => fact.ServiceAreaId == id).ToListAsync(cancellationToken)
        );
        ArrangementMark = AsOpened.Of(
            await db.ContactArrangements.AsNoTracking().Where(fact => fact.ServiceAreaId == id).ToListAsync(cancellationToken)
        );
        MayKeep = (await current.GetAsync(cancellationToken)).MayKeepRegister();
        OnRegularContact = await says.OfAsync(
            today,
            "name-contact",
            "chief-officer",
            cancellationToken,
            ("contact-kind", NamedContact.RegularSeniorOfficer)
        );
        OnComplaintsOfficer = await says.OfAsync(
            today,
            "name-contact",
            "officer",
            cancellationToken,
            ("contact-kind", NamedContact.ServiceComplaintsOfficer)
        );
        OnArrangements = await says.OfAsync(today, "set-contact-arrangements", "chief-officer", cancellationToken);
        MayName = await nameContact.MayNameAsync(await current.GetAsync(cancellationToken), id, cancellationToken);
        if (MayName)
        {
            // A service names from its own posts, those of its parts and of the larger services it belongs to.
            var path = tree.PathUp(id)
                .Concat(tree.Services.Where(other => tree.PathUp(other.Id).Contains(id)).Select(other => other.Id))
                .ToHashSet();
            var posts = await council
                .HeldOffices(today)
                .Where(held => held.ServiceAreaId != null && path.Contains(held.ServiceAreaId.Value) && !held.AsDeputy)
                .Select(held => new
                {
                    held.OfficeId,
                    held.Title,
                    held.PersonName,
                })
                .OrderBy(held => held.PersonName)
                .ToListAsync(cancellationToken);
            Offices = [.. posts.Select(post => new SelectListItem($"{post.PersonName}, {post.Title}", post.OfficeId.ToString()))];
        }
    }
}
