using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Infrastructure;

/// <summary>
/// A page goes out in one piece that says how long it is. Left to itself it is sent as it is written, with an end that is sent on its own: the server and the
/// browser are then asked to work twice.
/// </summary>
public sealed class WholePages : IAsyncResultFilter
{
    // Nobody reads before the page is whole: nothing is to wait until there is room.
    private static readonly PipeOptions WithoutLimit = new(pauseWriterThreshold: 0, useSynchronizationContext: false);

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (context.Result is not PageResult)
        {
            await next();
            return;
        }

        var response = context.HttpContext.Response;
        var (sent, page) = (response.Body, new Pipe(WithoutLimit));
        response.Body = page.Writer.AsStream();
        var written = await next();
        response.Body = sent;
        await page.Writer.CompleteAsync();

        // A page that failed in the middle leaves nothing behind: the page that says so comes in its place.
        if (written.Exception is null)
        {
            var whole = (await page.Reader.ReadAsync(CancellationToken.None)).Buffer;
            response.ContentLength = whole.Length;
            foreach (var part in whole)
            {
                response.BodyWriter.Write(part.Span);
            }

            await response.BodyWriter.FlushAsync(context.HttpContext.RequestAborted);
        }

        await page.Reader.CompleteAsync();
    }
}
