using Comity.Service.Accounts;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Comity.Web.SignIn;

internal static class SignInServices
{
    // Work for a password hash: OWASP Password Storage Cheat Sheet, PBKDF2-HMAC-SHA-512.
    private const int HashIterations = 220_000;

    public static void AddSignIn(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<SessionCookie>();
        services.AddAuthentication(Session.Scheme).AddCookie(Session.Scheme).AddCookie(SecondStep.Scheme);
        services
            .AddOptions<CookieAuthenticationOptions>(Session.Scheme)
            .Configure<ThisCouncil>(
                (options, council) =>
                {
                    options.Cookie.Protect(council, settings, "session");
                    options.EventsType = typeof(SessionCookie);
                    options.ExpireTimeSpan = SessionCookie.Idle;
                    options.SlidingExpiration = true;
                }
            );
        services
            .AddOptions<CookieAuthenticationOptions>(Session.Scheme)
            .PostConfigure<TimeProvider>((options, clock) => options.TicketDataFormat = new KeptTickets(options.TicketDataFormat, clock));
        services
            .AddOptions<CookieAuthenticationOptions>(SecondStep.Scheme)
            .Configure<ThisCouncil>(
                (options, council) =>
                {
                    options.Cookie.Protect(council, settings, "second-step");
                    options.Cookie.SameSite = SameSiteMode.Strict;
                    options.ExpireTimeSpan = SecondStep.Lasts;
                    options.SlidingExpiration = false;
                }
            );

        // Passkeys are in the third version of Identity's tables; the context reads the version from here.
        services.Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashIterations);
        services.AddIdentityCore<Account>().AddEntityFrameworkStores<ComityDb>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.ServerDomain = settings.Address?.Host;
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.ValidateOrigin = context =>
                ValueTask.FromResult(!context.CrossOrigin && context.Origin == OriginOf(settings, context.HttpContext));
        });
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();

        services.AddSingleton<AttemptLimits>();
        services.AddSingleton<DecoyPassword>();
        services.AddSingleton<AfterAnswer>();
        services.AddHostedService(provider => provider.GetRequiredService<AfterAnswer>());
        services.AddScoped<Credentials>();
        services.AddScoped<Sessions>();
        services.AddScoped<SecondStep>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<OneTimeLinks>();
        services.AddScoped<AccountMail>();
        services.AddScoped<Invitations>();
        services.AddScoped<WayIn>();
        services.AddScoped<Passkeys>();
        services.AddScoped<OwnAccount>();
    }

    private static string OriginOf(Settings settings, HttpContext context) =>
        settings.Address?.GetLeftPart(UriPartial.Authority) ?? $"{context.Request.Scheme}://{context.Request.Host}";
}
