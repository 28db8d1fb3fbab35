using Comity.Service.Content;
using Comity.Service.Demonstration;
using Comity.Service.Kept;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Storage;
using Comity.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Web.Tests.Concerns;

/// <summary>The service with its pages on the demonstration council of a protocol, in which nothing has been asked and nobody is close to anybody.</summary>
internal sealed class ConcernCouncil : IAsyncDisposable
{
    private readonly Dictionary<Guid, Visitor> _visitors = [];

    private ConcernCouncil(ComityApp app, DemonstrationCouncil council) => (App, Demonstration) = (app, council);

    public ComityApp App { get; }

    public DemonstrationCouncil Demonstration { get; }

    public DateOnly Today => App.Clock.Today();

    public static async Task<ConcernCouncil> StartAsync(DatabaseKind kind, string protocol)
    {
        var demonstration = DemonstrationCouncils.Find(protocol)! with { Enquiries = [], HasStories = false, Cousin = null };
        var app = await ComityApp.StartAsync(kind, withCouncil: false);
        await using var db = app.OpenDatabase();
        var id = Guid.CreateVersion7(new DateTimeOffset(app.Clock.Now));
        KeyFolder.Create(app.KeyFolderPath).AddCurrent(CouncilKey.Generate(id));
        using var keys = KeyFolder.Open(app.KeyFolderPath).ReadRing(id);
        db.Councils.Add(BuildDemonstration.NewCouncil(demonstration, id, app.Clock.Now));
        await db.SaveChangesAsync();
        var tokens = await ViewerTokenKey.OpenAsync(db, keys);
        var clock = new DemonstrationClock();
        await using var services = BuildDemonstration.Compose(app.OpenDatabase, keys, tokens, clock);
        await new BuildDemonstration(services.GetRequiredService<IServiceScopeFactory>(), clock, demonstration).ExecuteAsync(
            WithoutNorm.From(PackFolder.ReadTexts(Checkout.PathOf(PackFolder.Name))),
            app.Clock.Today(),
            CancellationToken.None
        );
        return new ConcernCouncil(app, demonstration);
    }

    /// <summary>Runs one thing of the service in a scope of its own, as a request would.</summary>
    public async Task<TResult> DoAsync<TService, TResult>(Func<TService, Task<TResult>> act)
        where TService : notnull
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<T> ReadAsync<T>(Func<ComityDb, Task<T>> read) => DoAsync(read);

    public Task<CouncilRegister> RegisterAsync() =>
        DoAsync<CouncilOnDate, CouncilRegister>(async council => await council.RegisterAsync(Today, default));

    public Task<Viewer> ViewerAsync(Guid person) => DoAsync<Viewers, Viewer>(viewers => viewers.OfAsync(person, Today));

    /// <summary>The person at a browser, signed in once.</summary>
    public async Task<Visitor> AsAsync(Guid person) =>
        _visitors.TryGetValue(person, out var visitor) ? visitor : _visitors[person] = await App.SignedInAsync(person);

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
