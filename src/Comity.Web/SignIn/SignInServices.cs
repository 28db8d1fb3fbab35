using Comity.Service.Accounts;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Comity.Web.SignIn;

internal static class SignInServices
{
    public static void AddSignIn(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<SessionCookie>();
        services.AddAuthentication(Session.Scheme).AddCookie(Session.Scheme);
        services
            .AddOptions<CookieAuthenticationOptions>(Session.Scheme)
            .Configure<ThisCouncil>(
                (options, council) =>
                {
                    options.Cookie.Protect(council, settings, "session");
                    options.EventsType = typeof(SessionCookie);
                    options.ExpireTimeSpan = SessionCookie.Idle;
                    options.SlidingExpiration = true;
                    options.ReturnUrlParameter = "then";
                }
            );

        // Passkeys are in the third version of Identity's tables; the context reads the version from here.
        services.Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        services.AddIdentityCore<Account>().AddEntityFrameworkStores<ComityDb>();
    }
}
