namespace Comity.Web.Infrastructure;

internal static class SecureAddressOnly
{
    /// <summary>Over plain http a page is only ever sent on to its secure address, and a form is refused: what it held has already crossed the network.</summary>
    public static IApplicationBuilder UseSecureAddressOnly(this IApplicationBuilder app, Uri address) =>
        app.Use(
            (context, next) =>
            {
                var request = context.Request;
                if (request.IsHttps || request.Path == PublicAddresses.Health || context.Features.Get<Problem>() is not null)
                {
                    return next(context);
                }

                if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
                {
                    var target = new UriBuilder(address) { Path = request.Path, Query = request.QueryString.Value };
                    context.Response.Redirect(target.Uri.AbsoluteUri, permanent: true, preserveMethod: true);
                }
                else
                {
                    context.Response.StatusCode = StatusCodes.Status400BadRequest;
                }

                return Task.CompletedTask;
            }
        );
}
