using Comity.Service.Storage;
using Comity.Storage.Sqlite;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Infrastructure;

/// <summary>
/// A page asks the database all its questions over one connection, rather than taking, setting up and giving back one for each. It is given back
/// before the answer is written, so that nobody's slow line holds it.
/// </summary>
internal sealed class OneConnection : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // A problem page asks nothing: the database may be what failed.
        if (context.HttpContext.User.Identity?.IsAuthenticated != true || context.HttpContext.Features.Get<Problem>() is not null)
        {
            await next();
            return;
        }

        var services = context.HttpContext.RequestServices;
        var db = services.GetRequiredService<ComityDb>();
        if (db is SqliteDb sqlite)
        {
            using var loan = await services.GetRequiredService<OpenConnections>().LendAsync(sqlite, context.HttpContext.RequestAborted);
            await next();
            return;
        }

        await db.Database.OpenConnectionAsync(context.HttpContext.RequestAborted);
        try
        {
            await next();
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
