using Comity.Service.Information;
using Comity.Web.Infrastructure;

namespace Comity.Web.Jobs;

/// <summary>Fees under an access law that were not paid within the law's time.</summary>
internal sealed class LapsedFees(ThisCouncil council, LapseUnpaidFees lapse) : IDueJob
{
    public Task RunDueAsync(DateTime now, CancellationToken cancellationToken) =>
        council.SetUpComplete ? lapse.ExecuteAsync(cancellationToken) : Task.CompletedTask;
}
