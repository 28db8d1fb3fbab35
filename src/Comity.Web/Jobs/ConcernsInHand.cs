using Comity.Service.Concerns.Hearing;
using Comity.Web.Infrastructure;

namespace Comity.Web.Jobs;

/// <summary>No open concern stays with somebody who has left, or who may hear it no longer; and nobody forgets one.</summary>
internal sealed class ConcernsInHand(ThisCouncil council, KeepConcernsHeard keep, RemindConcerns remind) : IDueJob
{
    public async Task RunDueAsync(DateTime now, CancellationToken cancellationToken)
    {
        if (council.SetUpComplete)
        {
            await keep.ExecuteAsync(cancellationToken);
            await remind.ExecuteAsync(cancellationToken);
        }
    }
}
