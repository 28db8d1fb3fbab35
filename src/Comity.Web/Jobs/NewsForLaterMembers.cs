using Comity.Service.WardInformation;
using Comity.Web.Infrastructure;

namespace Comity.Web.Jobs;

/// <summary>Members who have come to a ward or a portfolio since are told what is current there.</summary>
internal sealed class NewsForLaterMembers(ThisCouncil council, TellLaterMembers tell) : IDueJob
{
    public Task RunDueAsync(DateTime now, CancellationToken cancellationToken) =>
        council.SetUpComplete ? tell.ExecuteAsync(cancellationToken) : Task.CompletedTask;
}
