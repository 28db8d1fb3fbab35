using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Comity.Web.Infrastructure;

/// <summary>The council's colour as a style sheet of its own: the content security policy allows no style in the page.</summary>
internal static class CouncilStyles
{
    public static void MapCouncilStyles(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                PublicAddresses.CouncilStyles,
                (ThisCouncil council, HttpContext context) =>
                {
                    var text = string.Create(CultureInfo.InvariantCulture, $":root{{--council-colour:{Colour(council.Colour)}}}\n");
                    var bytes = Encoding.UTF8.GetBytes(text);
                    var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"");
                    context.Response.Headers.CacheControl = "no-cache";
                    return Results.Bytes(bytes, "text/css; charset=utf-8", entityTag: tag);
                }
            )
            .AllowAnonymous();

    // The row is checked when it is written; a style sheet is no place to trust that.
    private static string Colour(string colour) =>
        colour.Length == 7 && colour[0] == '#' && colour.Skip(1).All(char.IsAsciiHexDigit) ? colour : "#1d4f4b";
}
