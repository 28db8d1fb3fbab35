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
                    var colour = CouncilColour.Of(council.Colour);
                    var text = string.Create(
                        CultureInfo.InvariantCulture,
                        $":root{{--council-colour:{colour};--on-council-colour:{colour.Ink}}}\n"
                    );
                    var bytes = Encoding.UTF8.GetBytes(text);
                    var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"");
                    context.Response.Headers.CacheControl = "no-cache";
                    return Results.Bytes(bytes, "text/css; charset=utf-8", entityTag: tag);
                }
            )
            .AllowAnonymous();
}
