using Comity.Service.Mail;
using Comity.Web.Infrastructure;

namespace Comity.Web.Jobs;

/// <summary>Emails that joined no matter are erased when the council's own time for keeping them has passed.</summary>
internal sealed class MailDisposal(ThisCouncil council, DisposeMail dispose) : IDueJob
{
    public Task RunDueAsync(DateTime now, CancellationToken cancellationToken) =>
        council.SetUpComplete ? dispose.ExecuteAsync(cancellationToken) : Task.CompletedTask;
}
