using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Comity.Web.Tests.Speed;

/// <summary>What a host asks its database.</summary>
internal sealed class CountedCommands : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> _asked = [];

    /// <summary>What was asked since this was last called.</summary>
    public IReadOnlyList<string> Taken()
    {
        var asked = _asked.ToList();
        _asked.Clear();
        return asked;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    ) => Counted(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(Counted(command, result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(Counted(command, result));

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(Counted(command, result));

    private TResult Counted<TResult>(DbCommand command, TResult result)
    {
        _asked.Enqueue(command.CommandText);
        return result;
    }
}
