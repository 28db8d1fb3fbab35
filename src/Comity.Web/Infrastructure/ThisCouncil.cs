using Comity.Service.People;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Infrastructure;

/// <summary>
/// The one council that this process serves, as last read from its database. The id never changes; cookies, keys and caches carry it. Pages
/// that change the council's row call <see cref="ReloadAsync"/>; other processes on the same database see the change within a minute.
/// </summary>
public sealed class ThisCouncil
{
    private Council? _council;

    public Guid Id => Row.Id;
    public string Name => Row.SetUpComplete || Row.Name.Length > 0 ? Row.Name : "A new council";
    public string Colour => Row.Colour;
    public bool Fictional => Row.Fictional;
    public bool SetUpComplete => Row.SetUpComplete;
    public string ProtocolKey => Row.ProtocolKey;
    public string Nation => Row.Nation;

    private Council Row => _council ?? throw new InvalidOperationException("The council is read at start-up, before the first request.");

    public async Task ReloadAsync(ComityDb db, CancellationToken cancellationToken = default)
    {
        var council = await db.Councils.AsNoTracking().SingleAsync(cancellationToken);
        if (_council is { } known && known.Id != council.Id)
        {
            throw new InvalidOperationException($"The database holds council {council.Id}; this process serves {known.Id}.");
        }

        _council = council;
    }
}
