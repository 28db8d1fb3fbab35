using Comity.Service.Concerns.Watch;
using Comity.Web.Infrastructure;

namespace Comity.Web.Jobs;

/// <summary>What was done to people who have raised a concern comes before the Monitoring Officer.</summary>
internal sealed class ConcernsWatchedOver(ThisCouncil council, WatchConcerns watch) : IDueJob
{
    public async Task RunDueAsync(DateTime now, CancellationToken cancellationToken)
    {
        if (council.SetUpComplete)
        {
            await watch.ExecuteAsync(cancellationToken);
        }
    }
}
