using System.Net;
using Comity.Service.Content;
using Comity.Service.Demonstration;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Comity.Browser.Tests;

/// <summary>The whole service in the test's own process, on a port of this machine and a fresh database, its clock standing still.</summary>
public sealed class Site : WebApplicationFactory<Program>
{
    /// <summary>A request with this in its query fails inside, as if the code were wrong.</summary>
    public const string FailsHere = "fails-here";

    private readonly TestDatabase _database;
    private readonly string _keys = Path.Combine(Path.GetTempPath(), $"comity-keys-{Guid.CreateVersion7():N}");
    private readonly bool _demonstration;

    private Site(TestDatabase database, bool demonstration)
    {
        _database = database;
        _demonstration = demonstration;
        UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
    }

    public FixedClock Clock { get; } = new();

    public TestPeople People { get; private set; } = new();

    /// <summary>By name and not by number: a passkey belongs to a name.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>A council under the Wigan protocol with the people of <see cref="TestPeople"/>; a fictional one is in demonstration.</summary>
    public static async Task<Site> StartAsync(bool fictional = true)
    {
        var site = new Site(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), fictional);
        await site.FoundAsync(fictional);
        site.Listen();

        // The texts are in force from before anything that a test enters as received earlier.
        var now = site.Clock.Now;
        site.Clock.Set(new DateTime(2025, 1, 6, 9, 0, 0, DateTimeKind.Utc));
        await site.DoAsync<TakeUpTexts, bool>(texts => texts.ExecuteAsync(TestPeople.WiganTexts(), Acting.Service, CancellationToken.None));
        site.Clock.Set(now);
        return site;
    }

    /// <summary>The council of <c>comity demo</c>, with its year of enquiries up to the day on the clock; or another of the fictional ones.</summary>
    public static async Task<Site> StartDemonstrationAsync(DemonstrationCouncil? other = null)
    {
        var council = other ?? DemonstrationCouncils.Usual;
        var site = new Site(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), demonstration: true);
        var id = Guid.CreateVersion7();
        ViewerTokens tokens;
        KeyFolder.Create(site._keys).AddCurrent(CouncilKey.Generate(id));
        using var keys = KeyFolder.Open(site._keys).ReadRing(id);
        await using (var db = site._database.Open())
        {
            db.Add(BuildDemonstration.NewCouncil(council, id, site.Clock.Now));
            await db.SaveChangesAsync();
            tokens = await ViewerTokenKey.OpenAsync(db, keys);
        }

        var clock = new DemonstrationClock();
        await using (var provider = BuildDemonstration.Compose(site._database.Open, keys, tokens, clock))
        {
            await new BuildDemonstration(provider.GetRequiredService<IServiceScopeFactory>(), clock, council).ExecuteAsync(
                [.. PackFolder.ReadTexts(Checkout.PathOf(PackFolder.Name))],
                site.Clock.Today(),
                CancellationToken.None
            );
        }

        site.Listen();
        return site;
    }

    /// <summary>A council that nobody has set up yet.</summary>
    public static async Task<Site> StartEmptyAsync()
    {
        var site = new Site(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), demonstration: false);
        site.Listen();
        return site;
    }

    /// <summary>Runs one thing in a scope of its own, as a request would.</summary>
    public async Task<TResult> DoAsync<TService, TResult>(Func<TService, Task<TResult>> act)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<Viewer> ViewerAsync(Guid personId) => DoAsync<Viewers, Viewer>(viewers => viewers.OfAsync(personId, Clock.Today()));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DisposeAsync();
        if (Directory.Exists(_keys))
        {
            Directory.Delete(_keys, recursive: true);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Comity:Database", _database.Location);
        builder.UseSetting("Comity:Keys", _keys);
        builder.UseSetting("Comity:Demonstration", _demonstration ? "true" : "false");
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.AddSharedTexts();
            services.Configure<MvcOptions>(options => options.Filters.Add(new FailsWhenAsked()));
        });
    }

    private sealed class FailsWhenAsked : IPageFilter
    {
        public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

        public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
        {
            if (context.HttpContext.Request.Query.ContainsKey(FailsHere))
            {
                throw new InvalidOperationException("Failed because the test asked for it.");
            }
        }

        public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }
    }

    private void Listen()
    {
        StartServer();
        var bound = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Address = new Uri($"http://localhost:{new Uri(bound).Port}");
    }

    private async Task FoundAsync(bool fictional)
    {
        await using var db = _database.Open();
        var council = new Council
        {
            Id = Guid.CreateVersion7(),
            Name = "Testmere Council",
            Kind = "metropolitan",
            Nation = "england",
            ProtocolKey = "wigan",
            Fictional = fictional,
            SetUpComplete = true,
            CreatedAt = Clock.Now,
        };
        db.Add(council);
        await db.SaveChangesAsync();
        KeyFolder.Create(_keys).AddCurrent(CouncilKey.Generate(council.Id));
        People = await TestPeople.AddAsync(db, Clock.Now);
    }
}
