using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Comity.Web.Infrastructure;

/// <summary>
/// A form as a browser writes it by default says a NUL as %00, and the server's own reader refuses all of such a form before any page has seen it.
/// Such a form is read here, so that its page can say beside the field what is wrong and show the rest again (<see cref="KeepableText"/>).
/// </summary>
internal sealed class NulInForms(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) => IsOurs(context) ? ReadFirstAsync(context) : next(context);

    private async Task ReadFirstAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        body.Position = 0;
        context.Request.Body = body;
        if (body.GetBuffer().AsSpan(0, (int)body.Length).IndexOf("%00"u8) >= 0 && await ReadAsync(body, context.RequestAborted) is { } form)
        {
            context.Features.Set<IFormFeature>(new FormFeature(new FormCollection(form)));
        }

        await next(context);
    }

    // A form with files is written in parts, in which every character comes through; this one is small.
    private static bool IsOurs(HttpContext context) =>
        context.GetEndpoint() is not null
        && context.Features.Get<Problem>() is null
        && context.Request.ContentLength is <= RequestLimits.Page
        && MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
        && type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    private static async Task<Dictionary<string, StringValues>?> ReadAsync(MemoryStream body, CancellationToken cancellationToken)
    {
        try
        {
            using var reader = new FormReader(body, Encoding.UTF8);
            return await reader.ReadFormAsync(cancellationToken);
        }
        catch (InvalidDataException)
        {
            // More than any form of ours has in it: the server's own reader says so.
            body.Position = 0;
            return null;
        }
    }
}
