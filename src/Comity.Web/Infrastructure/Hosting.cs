using System.Globalization;
using Comity.GovUk;
using Comity.Service;
using Comity.Service.Notifications;
using Comity.Web.Jobs;
using Comity.Web.Mail;
using Comity.Web.Pages.Find;
using Comity.Web.Pages.Owed;
using Comity.Web.Pages.People;
using Comity.Web.Pages.Setup;
using Comity.Web.Pages.Shared;
using Comity.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Comity.Web.Infrastructure;

/// <summary>How the service is put together, and the order in which a request passes through it.</summary>
internal static class Hosting
{
    public static void AddComity(this WebApplicationBuilder builder)
    {
        builder.Host.UseDefaultServiceProvider(options =>
        {
            options.ValidateOnBuild = true;
            options.ValidateScopes = true;
        });

        builder.AddDefaults();

        // A checkout serves wwwroot from where it stands; a published copy has it beside it and this does nothing.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestLimits.Page;
        });

        // Statements and requests are for whoever looks for a fault, and says so in the configuration.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);

        // It warns that the ring is stored in the clear, because it does not see that the store itself seals it (KeyRing).
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);

        var settings = Settings.Read(builder.Configuration);
        var services = builder.Services;
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ThisCouncil>();
        services.AddSingleton<DemonstrationMode>();
        services.AddHostedService<RefuseOpenDemonstration>();
        services.AddHttpContextAccessor();
        services.AddComityServices();
        services.AddSingleton(new SiteAddress(RootOf(settings, builder.Configuration), settings.Mail?.In?.Address));
        services.AddMail(settings);
        services.AddScoped<CurrentViewer>();
        services.AddScoped<OwedList>();
        services.AddScoped<MatterSearch>();
        services.AddScoped<RegisterChoices>();
        services.AddScoped<Pages.Reads.ReadsOfMatter>();
        services.AddScoped<Pages.Mail.ReadsOfLetter>();
        services.AddScoped<Pages.WardInformation.NewsList>();
        services.AddScoped<Pages.Advising.AdviceReading>();
        services.AddScoped<Pages.Decisions.DecisionsOfMatter>();
        services.AddScoped<Pages.Enquiries.StartFrom>();
        services.AddSingleton<Navigation>();
        services.AddSingleton<WorkingTables>();
        services.AddScoped<SetUpGate>();
        services.AddDatabase(settings);
        services.AddKeyRing();
        services.AddSignIn(settings);
        services.AddJobs();
        services.AddCouncilCookies(settings);
        services.AddPages(settings);
        services.AddHealthChecks().AddCheck<DatabaseAnswers>("database");
        services.AddRequestLocalization(options =>
        {
            options.SetDefaultCulture("en-GB");
            options.SupportedCultures = options.SupportedUICultures = [CultureInfo.GetCultureInfo("en-GB")];
            options.RequestCultureProviders = [];
        });
        services.Configure<HostFilteringOptions>(options =>
        {
            options.AllowedHosts =
            [
                .. settings.Address is { } address ? [address.Host] : Array.Empty<string>(),
                "localhost",
                "127.0.0.1",
                "[::1]",
            ];
            options.AllowEmptyHosts = false;
            options.IncludeFailureMessage = false;
        });
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            foreach (var proxy in settings.Proxies)
            {
                options.KnownProxies.Add(proxy);
            }
        });
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
    }

    public static void UseComity(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<Settings>();
        if (settings.Proxies.Count > 0)
        {
            app.UseForwardedHeaders();
        }

        app.UseSecurityHeaders();
        app.UseMiddleware<ProblemPages>();
        if (settings.Secure)
        {
            app.UseHsts();
            app.UseSecureAddressOnly(settings.Address!);
        }

        app.UseRequestLocalization();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<TooLargeForms>();
        app.UseMiddleware<NulInForms>();

        app.MapHealthChecks(PublicAddresses.Health).AllowAnonymous();
        app.MapCouncilStyles();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
    }

    /// <summary>What holds unless the configuration says otherwise.</summary>
    private static void AddDefaults(this WebApplicationBuilder builder)
    {
        var defaults = new Dictionary<string, string?>
        {
            // With its log on, every request is given an activity and a scope of the log, whether or not a line is written.
            ["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = nameof(LogLevel.None),
        };
        if (!builder.Environment.IsDevelopment())
        {
            // A build, unlike a published copy, looks on the disk for a file with the name of each page.
            defaults["ReloadStaticAssetsAtRuntime"] = bool.FalseString;
        }

        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = defaults });
    }

    // Never the name in a request: whoever sends the request chooses it, and a link in a letter goes to somebody else.
    private static Uri RootOf(Settings settings, IConfiguration configuration) =>
        settings.Address
        ?? Listening
            .Configured(configuration)
            .Where(Listening.OnLoopback)
            .Select(address => new Uri(address))
            .FirstOrDefault(address => address.Port > 0)
        ?? new Uri("http://localhost/");

    private static void AddPages(this IServiceCollection services, Settings settings)
    {
        services.Configure<FormOptions>(options =>
        {
            options.ValueCountLimit = 500;
            options.MultipartBodyLengthLimit = RequestLimits.WithAttachments;
        });
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services
            .AddRazorPages(options =>
            {
                foreach (var page in PublicAddresses.Pages(settings))
                {
                    options.Conventions.AllowAnonymousToPage(page);
                }
            })
            .AddGovUk()
            .AddMvcOptions(options =>
            {
                options.ModelBinderProviders.Insert(0, new KeepableTextProvider());
                options.Filters.Add(new BadInputStatus());
                options.Filters.Add(new KeepableTextOnly());
                options.Filters.Add(new OnlyHandledMethods());
                options.Filters.Add(new OneConnection());
                options.Filters.Add(new WholePages());
            });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }
}
