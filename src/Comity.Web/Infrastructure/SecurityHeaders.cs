namespace Comity.Web.Infrastructure;

/// <summary>What every response says to the browser, whatever made the response.</summary>
internal static class SecurityHeaders
{
    // Everything from our own origin, nothing inline. OWASP Secure Headers Project; CSP level 3.
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = ContentSecurityPolicy;
                headers.XContentTypeOptions = "nosniff";
                headers.XFrameOptions = "DENY";
                headers["Referrer-Policy"] = "same-origin";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
                headers["Permissions-Policy"] =
                    "camera=(), geolocation=(), microphone=(), publickey-credentials-get=(self), publickey-credentials-create=(self)";

                // Pages are for the one who is signed in; files that may be kept (style sheets, scripts) say so themselves.
                context.Response.OnStarting(() =>
                {
                    if (
                        headers.CacheControl.Count == 0
                        || context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true
                    )
                    {
                        headers.CacheControl = "no-store";
                        headers.Remove("Pragma");
                        headers.Remove("Expires");
                    }

                    return Task.CompletedTask;
                });
                return next(context);
            }
        );
}
