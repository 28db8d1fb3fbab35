using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.People;

/// <summary>Members by ward, groups with their contact, and the bodies that members sit on.</summary>
public sealed class MembersModel(CouncilOnDate council, ComityDb db, WhatProtocolSays says, CurrentViewer current) : PageModel
{
    public IReadOnlyList<WardEntry> Wards { get; private set; } = [];
    public IReadOnlyList<BodyEntry> Groups { get; private set; } = [];
    public IReadOnlyList<BodyEntry> OtherBodies { get; private set; } = [];
    public bool MayKeep { get; private set; }

    /// <summary>What the protocol in force says of a group's contact, and of being a member.</summary>
    public ProtocolSays OnContacts { get; private set; } = ProtocolSays.Nothing;
    public ProtocolSays OnMembers { get; private set; } = ProtocolSays.Nothing;

    public sealed record Seat(Guid PersonId, string Name, string? Group, DateOnly? Until);

    public sealed record WardEntry(string Name, IReadOnlyList<Seat> Members);

    public sealed record BodyEntry(Body Body, IReadOnlyList<PlaceInBody> People)
    {
        public IEnumerable<PlaceInBody> In(string place) => People.Where(one => one.Place == place);
    }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var today = current.Today;
        MayKeep = (await current.GetAsync(cancellationToken)).MayKeepRegister();
        OnContacts = await says.OfAsync(today, "name-contact", "political-group", cancellationToken, ("contact-kind", "group-contact"));
        OnMembers = await says.OfAsync(today, "hold-role", "member", cancellationToken);
        var places = (
            await council
                .Facts<Membership>(today)
                .Join(db.People, fact => fact.PersonId, person => person.Id, (fact, person) => new { fact, person.FullName })
                .ToListAsync(cancellationToken)
        ).ToLookup(one => one.fact.BodyId);
        var bodies = await db
            .Bodies.AsNoTracking()
            .Where(body => body.From <= today && (body.Until == null || body.Until >= today))
            .OrderBy(body => body.Name)
            .ToListAsync(cancellationToken);
        List<BodyEntry> entries =
        [
            .. bodies.Select(body => new BodyEntry(
                body,
                [
                    .. places[body.Id]
                        .OrderBy(one => one.FullName, StringComparer.Ordinal)
                        .Select(one => new PlaceInBody(
                            one.fact.Id,
                            body.Id,
                            body.Name,
                            body.Kind,
                            one.fact.Place,
                            one.fact.PersonId,
                            one.FullName,
                            one.fact.From,
                            one.fact.Until
                        )),
                ]
            )),
        ];
        Groups = [.. entries.Where(entry => entry.Body.Kind == BodyKind.PoliticalGroup)];
        OtherBodies = [.. entries.Where(entry => entry.Body.Kind != BodyKind.PoliticalGroup)];
        var groupOf = Groups
            .SelectMany(group => group.People)
            .GroupBy(one => one.PersonId)
            .ToDictionary(one => one.Key, one => one.First().BodyName);
        var wards = await db.Wards.AsNoTracking().ToDictionaryAsync(ward => ward.Id, ward => ward.Name, cancellationToken);
        var seats = await council.HeldOffices(today).Where(held => held.Role == "member" && !held.AsDeputy).ToListAsync(cancellationToken);
        Wards =
        [
            .. seats
                .GroupBy(held => held.WardId is { } ward ? wards.GetValueOrDefault(ward) ?? "" : "")
                .OrderBy(ward => ward.Key, StringComparer.Ordinal)
                .Select(ward => new WardEntry(
                    ward.Key,
                    [
                        .. ward.OrderBy(held => held.PersonName, StringComparer.Ordinal)
                            .Select(held => new Seat(held.PersonId, held.PersonName, groupOf.GetValueOrDefault(held.PersonId), held.Until)),
                    ]
                )),
        ];
    }
}
