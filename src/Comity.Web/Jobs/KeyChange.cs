using Comity.Service.Content;

namespace Comity.Web.Jobs;

/// <summary>Once at each start: what an older council key still holds is wrapped again under the current one. Nobody waits for it.</summary>
internal sealed class KeyChange(IServiceScopeFactory scopes, ILogger<KeyChange> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var count = await scope.ServiceProvider.GetRequiredService<RewrapKeys>().ExecuteAsync(stoppingToken);
            if (count > 0)
            {
                logger.LogWarning("{Count} keys and addresses were wrapped again under the current council key.", count);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "Wrapping the keys again stopped; it goes on at the next start.");
        }
    }
}
