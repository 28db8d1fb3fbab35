using Comity.Service.Kept;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;

namespace Comity.Web.Jobs;

/// <summary>
/// Counts what is owed again when something has changed by which it was counted, and once on each new day, on which an arrangement may begin or end.
/// </summary>
internal sealed class DatesCountedAgain(ThisCouncil council, CouncilNow now, RecountDuties recount, LastCounted last, TimeProvider clock)
    : IDueJob
{
    public async Task RunDueAsync(DateTime at, CancellationToken cancellationToken)
    {
        if (!council.SetUpComplete)
        {
            return;
        }

        var counted = (await now.GetAsync(cancellationToken), clock.Today());
        if (counted != last.By)
        {
            await recount.ExecuteAsync(cancellationToken);
            last.By = counted;
        }
    }
}

/// <summary>What the dates were counted by when they were counted last; nothing after a start.</summary>
internal sealed class LastCounted
{
    public (CouncilFacts Facts, DateOnly On)? By { get; set; }
}
