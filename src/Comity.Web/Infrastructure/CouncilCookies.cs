using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Infrastructure;

/// <summary>
/// Cookies carry the council's id in their names: two councils on one host never read each other's. Over TLS the __Host- prefix ties them to
/// this very host and path (RFC 6265bis, "Cookie Name Prefixes").
/// </summary>
internal static class CouncilCookies
{
    public static void AddCouncilCookies(this IServiceCollection services, Settings settings)
    {
        services.AddAntiforgery();
        services
            .AddOptions<AntiforgeryOptions>()
            .Configure<ThisCouncil>(
                (options, council) =>
                {
                    options.Cookie.Protect(council, settings, "form");
                    options.Cookie.SameSite = SameSiteMode.Strict;

                    // Said once for every response, by SecurityHeaders.
                    options.SuppressXFrameOptionsHeader = true;
                }
            );
        services
            .AddOptions<CookieTempDataProviderOptions>()
            .Configure<ThisCouncil>((options, council) => options.Cookie.Protect(council, settings, "notice"));
    }

    public static void Protect(this CookieBuilder cookie, ThisCouncil council, Settings settings, string purpose)
    {
        cookie.Name = $"{(settings.Secure ? "__Host-" : "")}comity-{council.Id:N}-{purpose}";
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.Path = "/";
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = settings.Secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }
}
