using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.People;

/// <summary>The wards of today with their seats, and who sits in each for which term.</summary>
public sealed class WardsModel(CouncilOnDate council, ComityDb db, CurrentViewer current) : PageModel
{
    public IReadOnlyList<WardEntry> Wards { get; private set; } = [];
    public bool MayKeep { get; private set; }

    public sealed record WardEntry(Guid Id, string Name, DateOnly? Until, IReadOnlyList<Seat> Seats);

    public sealed record Seat(Guid Id, string Title, string? Holder, DateOnly? From, DateOnly? Until);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var today = current.Today;
        MayKeep = (await current.GetAsync(cancellationToken)).MayKeepRegister();
        var wards = await db
            .Wards.AsNoTracking()
            .Where(ward => ward.Until == null || ward.Until >= today)
            .OrderBy(ward => ward.Name)
            .ToListAsync(cancellationToken);
        var seats = (
            await council
                .OfficesOn(today)
                .Where(office => office.WardId != null)
                .OrderBy(office => office.Title)
                .ToListAsync(cancellationToken)
        ).ToLookup(office => office.WardId!.Value);
        var held = (
            await council.HeldOffices(today).Where(one => one.WardId != null && !one.AsDeputy).ToListAsync(cancellationToken)
        ).ToLookup(one => one.OfficeId);
        Wards =
        [
            .. wards.Select(ward => new WardEntry(
                ward.Id,
                ward.Name,
                ward.Until,
                [
                    .. seats[ward.Id]
                        .Select(seat =>
                            held[seat.Id].FirstOrDefault() is { } holder
                                ? new Seat(seat.Id, seat.Title, holder.PersonName, holder.From, holder.Until)
                                : new Seat(seat.Id, seat.Title, null, null, null)
                        ),
                ]
            )),
        ];
    }
}
