using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Comity.GovUk.Layout;

public static class BrandEndpoints
{
    public const string Path = "/brand.css";

    /// <summary>Serves the organisation's colours as a style sheet: a strict policy allows no style in the page itself.</summary>
    public static IEndpointConventionBuilder MapBrand(this IEndpointRouteBuilder routes) =>
        routes.MapGet(
            Path,
            (Brand brand, HttpContext context) =>
            {
                // The address carries the colour (see the layout), so a copy may be kept for as long as it is asked for by that address.
                context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Results.Text(brand.StyleSheet, "text/css", Encoding.UTF8);
            }
        );
}
