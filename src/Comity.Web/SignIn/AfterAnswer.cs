using System.Threading.Channels;

namespace Comity.Web.SignIn;

/// <summary>
/// Work that is done after the answer has gone out, so that how long an answer takes says nothing about whether an account exists: counting
/// a wrong password, sending a link for a forgotten one.
/// </summary>
public sealed class AfterAnswer(IServiceScopeFactory scopes, ILogger<AfterAnswer> logger) : BackgroundService
{
    private readonly Channel<Func<IServiceProvider, CancellationToken, Task>> _work = Channel.CreateBounded<
        Func<IServiceProvider, CancellationToken, Task>
    >(new BoundedChannelOptions(1000) { SingleReader = true });

    public ValueTask PostAsync(Func<IServiceProvider, CancellationToken, Task> work, CancellationToken cancellationToken) =>
        _work.Writer.WriteAsync(work, cancellationToken);

    /// <summary>Returns when everything posted so far has been done.</summary>
    public async Task SettledAsync(CancellationToken cancellationToken = default)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await PostAsync(
            (_, _) =>
            {
                done.SetResult();
                return Task.CompletedTask;
            },
            cancellationToken
        );
        await done.Task.WaitAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var work in _work.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await work(scope.ServiceProvider, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                logger.LogError(exception, "Work after an answer failed.");
            }
        }
    }
}
