using Comity.Service.Concerns;
using Comity.Web.Infrastructure;

namespace Comity.Web.Jobs;

/// <summary>No open concern stays with somebody who has left, or who may hear it no longer.</summary>
internal sealed class ConcernsInHand(ThisCouncil council, KeepConcernsHeard keep) : IDueJob
{
    public async Task RunDueAsync(DateTime now, CancellationToken cancellationToken)
    {
        if (council.SetUpComplete)
        {
            await keep.ExecuteAsync(cancellationToken);
        }
    }
}
