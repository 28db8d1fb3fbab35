using Comity.Service.Concerns.Raising;

namespace Comity.Web.Jobs;

/// <summary>What somebody without an account has filled in and not sent is erased after a day.</summary>
internal sealed class ReportsLeft(ReportDrafts reports) : IDueJob
{
    public Task RunDueAsync(DateTime now, CancellationToken cancellationToken) => reports.EraseLeftAsync(cancellationToken);
}
