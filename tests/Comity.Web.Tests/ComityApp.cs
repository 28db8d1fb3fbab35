using System.Net;
using Comity.Service.Accounts;
using Comity.Service.Content;
using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Testing;
using Comity.Web.Jobs;
using Comity.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Comity.Web.Tests;

/// <summary>
/// The whole service in the test's own process, on a fresh database with one council, its clock standing still. Without further word the
/// council is fictional and in demonstration, so that <see cref="SignedInAsync"/> takes one call.
/// </summary>
public sealed class ComityApp : WebApplicationFactory<Program>
{
    /// <summary>A request carries the address it is to come from; without it, this machine's.</summary>
    public const string RemoteHeader = "Test-Remote";

    private readonly TestDatabase _database;
    private readonly string _keys;
    private readonly Dictionary<string, string?> _settings;
    private readonly Action<IServiceCollection>? _services;
    private bool _isTwin;

    private ComityApp(TestDatabase database, string keys, Dictionary<string, string?> settings, Action<IServiceCollection>? services)
    {
        _database = database;
        _keys = keys;
        _settings = settings;
        _services = services;
    }

    public FixedClock Clock { get; } = new();

    /// <summary>What was logged, for tests on what must not stand there.</summary>
    public LoggedLines Log { get; } = new();

    public static async Task<ComityApp> StartAsync(
        DatabaseKind kind = DatabaseKind.Sqlite,
        bool fictional = true,
        bool? demonstration = null,
        Dictionary<string, string?>? settings = null,
        Action<IServiceCollection>? services = null,
        bool withCouncil = true
    )
    {
        var database = await TestDatabase.CreateAsync(kind);
        var keys = Path.Combine(Path.GetTempPath(), $"comity-keys-{Guid.CreateVersion7():N}");
        var app = new ComityApp(
            database,
            keys,
            new Dictionary<string, string?>(settings ?? [])
            {
                ["Comity:Database"] = settings?.GetValueOrDefault("Comity:Database") ?? database.Location,
                ["Comity:Keys"] = settings?.GetValueOrDefault("Comity:Keys") ?? keys,
                ["Comity:Demonstration"] = (demonstration ?? fictional) ? "true" : "false",
            },
            services
        );
        if (withCouncil)
        {
            await app.FoundAsync(fictional);
        }

        return app;
    }

    /// <summary>The database beside the service, for arranging and for looking.</summary>
    public ComityDb OpenDatabase() => _database.Open();

    public string DatabaseLocation => _database.Location;

    public string KeyFolderPath => _keys;

    public async Task<Guid> AddPersonAsync(string name, string role, string? title = null, string? email = null)
    {
        await using var db = OpenDatabase();
        var person = new Person
        {
            Id = Guid.CreateVersion7(),
            FullName = name,
            Email = email,
            RecordedAt = Clock.Now,
        };
        var office = new Office
        {
            Id = Guid.CreateVersion7(),
            Title = title ?? role,
            Role = role,
            From = new DateOnly(2024, 5, 1),
        };
        db.Add(person);
        db.Add(office);
        db.Add(
            new Holding
            {
                Id = Guid.CreateVersion7(),
                OfficeId = office.Id,
                PersonId = person.Id,
                From = office.From,
                RecordedAt = Clock.Now,
            }
        );
        await db.SaveChangesAsync();
        return person.Id;
    }

    public const string Password = "three odd words";

    /// <summary>An account as it stands after its invitation was taken up, with <see cref="Password"/>.</summary>
    public async Task<Account> AddAccountAsync(Guid personId, string email)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ComityDb>();
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            PersonId = personId,
            Email = email,
            UserName = email,
            NormalizedEmail = email.ToUpperInvariant(),
            NormalizedUserName = email.ToUpperInvariant(),
            InvitedAt = Clock.Now,
        };
        scope.ServiceProvider.GetRequiredService<Credentials>().SetPassword(account, Password);
        db.Add(account);
        await db.SaveChangesAsync();
        return account;
    }

    /// <summary>Somebody who signed in to this account with its password.</summary>
    public async Task<Visitor> SignedInWithPasswordAsync(string email, string address = "http://localhost")
    {
        var visitor = NewVisitor(address: address);
        var answer = await visitor.SignInAsync(email, Password);
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Text);
        return visitor;
    }

    /// <summary>What the service put off until after its answers, done.</summary>
    public Task SettledAsync() => Services.GetRequiredService<AfterAnswer>().SettledAsync();

    /// <summary>A second process of the same council: same database, same key folder.</summary>
    public ComityApp Twin() => new(_database, _keys, _settings, _services) { _isTwin = true };

    /// <summary>Somebody at a browser of their own, not signed in.</summary>
    public Visitor NewVisitor(string? remote = null, string address = "http://localhost")
    {
        var cookies = new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler();
        var client = CreateDefaultClient(new Uri(address), cookies);
        if (remote is not null)
        {
            client.DefaultRequestHeaders.Add(RemoteHeader, remote);
        }

        return new Visitor(client, cookies.Container);
    }

    /// <summary>Somebody who became this person in the demonstration.</summary>
    public async Task<Visitor> SignedInAsync(Guid personId)
    {
        var visitor = NewVisitor();
        var list = await visitor.GetAsync("/demonstration");
        var answer = await visitor.SubmitAsync(list, "main form[method=post]", ("person", personId.ToString("N")));
        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        return visitor;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_isTwin)
        {
            return;
        }

        await _database.DisposeAsync();
        if (Directory.Exists(_keys))
        {
            Directory.Delete(_keys, recursive: true);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.AddSharedTexts();

            // Jobs run when a test says so. Left to itself the first round comes at some moment of the test: it takes a letter before the test looks, or asks
            // the database something while a page's questions are counted. Single: the service has it, or every test here fails.
            services.Remove(
                services.Single(one =>
                    one.ServiceType == typeof(IHostedService) && one.ImplementationFactory is Func<IServiceProvider, JobHost>
                )
            );

            // Cheap hashes: what they cost is tested once, where they are set up.
            services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount = 1000);
            services.AddTransient<IStartupFilter, RemoteAddress>();
            KnownPageParts.AddTo(services);
            _services?.Invoke(services);
        });
    }

    private async Task FoundAsync(bool fictional)
    {
        await using var db = OpenDatabase();
        var council = new Council
        {
            Id = Guid.CreateVersion7(),
            Name = "Elmbrook Council",
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
    }

    /// <summary>The in-process server has no network, so the test says where a request comes from.</summary>
    private sealed class RemoteAddress : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (context, inner) =>
                    {
                        var from = context.Request.Headers[RemoteHeader].FirstOrDefault();
                        context.Connection.RemoteIpAddress = from is null ? IPAddress.Loopback : IPAddress.Parse(from);
                        context.Request.Headers.Remove(RemoteHeader);
                        return inner(context);
                    }
                );
                next(app);
            };
    }
}
