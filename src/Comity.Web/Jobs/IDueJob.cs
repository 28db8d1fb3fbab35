namespace Comity.Web.Jobs;

/// <summary>Something that the council's clock sets going. It looks for what is due at the instant, does it, and may be run again at once without harm.</summary>
public interface IDueJob
{
    Task RunDueAsync(DateTime now, CancellationToken cancellationToken);
}
