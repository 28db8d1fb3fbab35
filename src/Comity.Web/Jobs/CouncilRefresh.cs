using Comity.Service.Storage;
using Comity.Web.Infrastructure;

namespace Comity.Web.Jobs;

/// <summary>Another process on the same database may have changed the council's name or colour.</summary>
public sealed class CouncilRefresh(ComityDb db, ThisCouncil council) : IDueJob
{
    public Task RunDueAsync(DateTime now, CancellationToken cancellationToken) => council.ReloadAsync(db, cancellationToken);
}
