using Comity.Service.Record;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Infrastructure;

/// <summary>
/// Every response that ends in an error without a body gets the page for its status. That page is the only source of 403 and 404 bodies, and
/// takes nothing from the address that was asked for: two refusals of the same kind are the same bytes.
/// </summary>
internal sealed class ProblemPages(RequestDelegate next, ILogger<ProblemPages> logger)
{
    public const string Path = "/problem";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && StatusOf(exception, context) is { } status)
        {
            if (status == StatusCodes.Status500InternalServerError)
            {
                logger.LogError(exception, "The request {TraceId} failed.", context.TraceIdentifier);
            }

            // Headers that the failed page set go; those that every response carries are set again.
            Empty(context.Response);
            context.Response.StatusCode = status;
        }

        if (context.Response.StatusCode == StatusCodes.Status405MethodNotAllowed)
        {
            // No form of ours leads here. And routing says it of every address that is not there: the files of wwwroot answer to GET at any
            // address, as far as it knows before it looks at their names.
            Empty(context.Response);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }

        if (!HasNoBodyYet(context.Response))
        {
            return;
        }

        var isGet = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        context.Features.Set(new Problem(context.Response.StatusCode, isGet ? null : context.Request.Method));
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        context.Request.Path = Path;
        context.Request.QueryString = QueryString.Empty;
        if (!isGet)
        {
            context.Request.Method = HttpMethods.Get;
        }

        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            // What broke the request (the database, for one) may break its page too.
            logger.LogError(
                exception,
                "The page for status {Status} of request {TraceId} failed.",
                context.Response.StatusCode,
                context.TraceIdentifier
            );
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync("Sorry, something went wrong. Try again in a few minutes.\n", context.RequestAborted);
        }
    }

    private static int? StatusOf(Exception exception, HttpContext context) =>
        exception switch
        {
            NotFoundException => StatusCodes.Status404NotFound,
            ChangedSinceOpenedException or DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
            AntiforgeryValidationException => StatusCodes.Status400BadRequest,
            BadHttpRequestException bad => bad.StatusCode,
            OperationCanceledException when context.RequestAborted.IsCancellationRequested => StatusCodes.Status499ClientClosedRequest,
            _ => StatusCodes.Status500InternalServerError,
        };

    private static void Empty(HttpResponse response)
    {
        foreach (
            var name in response
                .Headers.Keys.Where(name =>
                    name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) && name != "Content-Security-Policy"
                )
                .ToList()
        )
        {
            response.Headers.Remove(name);
        }

        response.Headers.Remove("Allow");
        response.Headers.Remove("Set-Cookie");
        response.Headers.Remove("Location");
        response.Headers.Remove("ETag");
        response.Headers.Remove("Last-Modified");
    }

    private static bool HasNoBodyYet(HttpResponse response) =>
        !response.HasStarted && response.StatusCode >= 400 && response.ContentLength is null && string.IsNullOrEmpty(response.ContentType);
}

/// <summary>What went wrong with the request that the problem page answers.</summary>
public sealed record Problem(int Status, string? Method);
