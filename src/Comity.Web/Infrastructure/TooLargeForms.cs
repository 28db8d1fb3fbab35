using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Comity.Web.Infrastructure;

/// <summary>
/// A form larger than its page takes is refused before the page is asked. A browser that is cut off while it sends shows a failed connection
/// and throws away what was written: so the rest of the form is let through and dropped, its words are kept for the page that
/// says no, and only what no letter's attachments would ever come to is cut off.
/// </summary>
internal sealed class TooLargeForms(RequestDelegate next)
{
    public const long MostDropped = 256L << 20;

    // More words, and more fields, than any form of ours takes.
    private const int MostCharacters = 200_000;
    private const int MostFields = 100;

    public Task InvokeAsync(HttpContext context) =>
        context.Request.ContentLength is { } length
        && context.Features.Get<Problem>() is null
        && context.GetEndpoint() is { } endpoint
        && MostOf(endpoint) is { } most
        && length > most
            ? RefuseAsync(context, length, most)
            : next(context);

    private static async Task RefuseAsync(HttpContext context, long length, long most)
    {
        var typed = new List<(string Name, string Value)>();
        if (length <= MostDropped && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: true })
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { } limit)
            {
                limit.MaxRequestBodySize = MostDropped;
            }

            try
            {
                await ReadWordsAsync(context.Request, typed, context.RequestAborted);
            }
            catch (IOException) when (!context.RequestAborted.IsCancellationRequested)
            {
                // Broken in the middle: what came before is shown all the same.
            }
        }

        context.Features.Set(new TooLarge(most, typed));
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }

    private static long? MostOf(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { } metadata ? metadata.MaxRequestBodySize : RequestLimits.Page;

    private static async Task ReadWordsAsync(
        HttpRequest request,
        List<(string Name, string Value)> typed,
        CancellationToken cancellationToken
    )
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 100 } boundary
        )
        {
            await request.Body.CopyToAsync(Stream.Null, cancellationToken);
            return;
        }

        var reader = new MultipartReader(boundary, request.Body);
        var left = MostCharacters;
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (section.GetContentDispositionHeader() is { } field && field.IsFormDisposition() && left > 0 && typed.Count < MostFields)
            {
                var value = await ReadAsync(section.Body, left, cancellationToken);
                left -= value.Length;
                typed.Add((HeaderUtilities.RemoveQuotes(field.Name).Value ?? "", value));
            }

            await section.Body.CopyToAsync(Stream.Null, cancellationToken);
        }
    }

    private static async Task<string> ReadAsync(Stream body, int most, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(body, leaveOpen: true);
        var text = new StringBuilder();
        var some = new char[4096];
        while (text.Length < most && await reader.ReadAsync(some.AsMemory(), cancellationToken) is > 0 and var count)
        {
            text.Append(some, 0, count);
        }

        return text.ToString();
    }
}

/// <summary>What a page takes at most, and the words of the form that was larger.</summary>
public sealed record TooLarge(long Most, IReadOnlyList<(string Name, string Value)> Typed)
{
    public string MostInWords => string.Create(CultureInfo.InvariantCulture, $"{Most >> 20} MB");
}
