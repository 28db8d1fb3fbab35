using Comity.Service.Record;
using Comity.Web.Infrastructure;

namespace Comity.Web.Jobs;

/// <summary>The reads of confidential parts take their place in the log of reads.</summary>
internal sealed class ReadsInOrder(ThisCouncil council, ChainReads chain) : IDueJob
{
    public Task RunDueAsync(DateTime now, CancellationToken cancellationToken) =>
        council.SetUpComplete ? chain.ExecuteAsync(cancellationToken) : Task.CompletedTask;
}
