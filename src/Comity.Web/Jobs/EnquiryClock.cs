using Comity.Service.Requests;
using Comity.Web.Infrastructure;

namespace Comity.Web.Jobs;

/// <summary>What the calendar does to enquiries: warnings, word up the line when one is overdue, and the close of what was answered long enough ago.</summary>
internal sealed class EnquiryClock(ThisCouncil council, RemindDue remind, CloseFinished close) : IDueJob
{
    public async Task RunDueAsync(DateTime now, CancellationToken cancellationToken)
    {
        if (!council.SetUpComplete)
        {
            return;
        }

        await remind.ExecuteAsync(cancellationToken);
        await close.ExecuteAsync(cancellationToken);
    }
}
