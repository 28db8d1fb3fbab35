namespace Comity.Web.Jobs;

/// <summary>Runs every job of this council, one after the other, twice a minute. A job that fails is logged and keeps no other from running.</summary>
public sealed class JobHost(IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobHost> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>What is due at the instant, done. Each job has a scope of its own.</summary>
    public async Task RunDueAsync(DateTime now, CancellationToken cancellationToken = default)
    {
        foreach (var type in JobTypes())
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var job = scope.ServiceProvider.GetServices<IDueJob>().Single(candidate => candidate.GetType() == type);
                await job.RunDueAsync(now, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                logger.LogError(exception, "The job {Job} failed; it runs again in half a minute.", type.Name);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            await RunDueAsync(clock.GetUtcNow().UtcDateTime, stoppingToken);
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private List<Type> JobTypes()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetServices<IDueJob>().Select(job => job.GetType())];
    }
}
