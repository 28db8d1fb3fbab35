using Comity.Protocols;
using Comity.Service;
using Comity.Service.Arrangements;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Testing;

/// <summary>A council under the Wigan protocol with its database, its keys and the service's own classes, for tests without a browser.</summary>
public sealed class TestCouncil : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    private TestCouncil(TestDatabase database, FixedClock clock, ServiceProvider provider, TestPeople people, CouncilKeyRing keys)
    {
        Database = database;
        Clock = clock;
        _provider = provider;
        People = people;
        Keys = keys;
    }

    public TestDatabase Database { get; }
    public FixedClock Clock { get; }
    public TestPeople People { get; }
    public CouncilKeyRing Keys { get; }

    public static Task<TestCouncil> CreateAsync(DatabaseKind kind) => CreateAsync(kind, TestPeople.WiganTexts());

    /// <summary>The same council under other texts.</summary>
    public static async Task<TestCouncil> CreateAsync(DatabaseKind kind, IReadOnlyCollection<SourceText> protocol)
    {
        var database = await TestDatabase.CreateAsync(kind);
        var clock = new FixedClock();
        var id = Guid.CreateVersion7();
        var keys = new CouncilKeyRing([CouncilKey.Generate(id)]);
        TestPeople people;
        ViewerTokens tokens;
        await using (var db = database.Open())
        {
            db.Councils.Add(
                new Council
                {
                    Id = id,
                    Name = "Testmere Council",
                    Kind = "metropolitan",
                    Nation = "england",
                    ProtocolKey = "wigan",
                    Fictional = true,
                    SetUpComplete = true,
                    CreatedAt = clock.Now,
                }
            );
            await db.SaveChangesAsync();
            tokens = await ViewerTokenKey.OpenAsync(db, keys);
            people = await TestPeople.AddAsync(db, clock.Now);
        }

        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(keys)
            .AddSingleton(tokens)
            .AddSingleton(new SiteAddress(new Uri("http://localhost")))
            .AddScoped(_ => database.Open())
            .AddComityServices()
            .AddSharedTexts();
        var council = new TestCouncil(database, clock, services.BuildServiceProvider(validateScopes: true), people, keys);

        // The texts are in force from before anything that a test enters as received earlier.
        var now = clock.Now;
        clock.Set(new DateTime(2025, 1, 6, 9, 0, 0, DateTimeKind.Utc));
        await council.DoAsync<TakeUpTexts, bool>(texts => texts.ExecuteAsync(protocol, Acting.Service, CancellationToken.None));
        clock.Set(now);
        return council;
    }

    /// <summary>Runs one thing in a scope of its own, as a request would.</summary>
    public async Task<TResult> DoAsync<TService, TResult>(Func<TService, Task<TResult>> act)
        where TService : notnull
    {
        await using var scope = _provider.CreateAsyncScope();
        using var connection = await Database.LendAsync(scope.ServiceProvider.GetRequiredService<ComityDb>());
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<Viewer> ViewerAsync(Guid personId) => DoAsync<Viewers, Viewer>(viewers => viewers.OfAsync(personId, Clock.Today()));

    public Task<T> ReadAsync<T>(Func<ComityDb, Task<T>> read) => DoAsync<ComityDb, T>(read);

    /// <summary>Asks a question as <see cref="TestPeople.Member"/>, of Highways, unless the test says otherwise.</summary>
    public async Task<AskOfficerResult> AskAsync(Func<AskOfficerRequest, AskOfficerRequest>? change = null, Guid? by = null)
    {
        var request = new AskOfficerRequest
        {
            Kind = EnquiryKind.Enquiry,
            Subject = "Street light out in Mill Lane",
            Question = "When will the light outside the school be mended?",
            ServiceAreaId = People.Highways,
            WardId = People.EastWard,
            Capacity = Capacity.WardRepresentative,
            MemberId = People.Member,
        };
        var viewer = await ViewerAsync(by ?? People.Member);
        return await DoAsync<AskOfficer, AskOfficerResult>(ask =>
            ask.ExecuteAsync(change?.Invoke(request) ?? request, viewer, CancellationToken.None)
        );
    }

    /// <summary>A question that was asked, as the tests of what follows need it.</summary>
    public async Task<MatterAt> AskedAsync(Func<AskOfficerRequest, AskOfficerRequest>? change = null)
    {
        var asked = (AskOfficerResult.Asked)await AskAsync(change);
        return new MatterAt(asked.Reference, 1);
    }

    public async Task ArrangeAsync(string key, string value) =>
        await ReadAsync(async db =>
        {
            db.Arrangements.Add(
                new Arrangement
                {
                    Id = Guid.CreateVersion7(),
                    Key = key,
                    Value = value,
                    AuthorPersonId = People.MonitoringOfficer,
                    Minute = "Council 12 March 2026, minute 41",
                    From = new DateOnly(2026, 3, 12),
                    RecordedAt = Clock.Now,
                }
            );
            return await db.SaveChangesAsync();
        });

    /// <summary>Runs one act of somebody's in an enquiry.</summary>
    public async Task<ActResult> ActAsync<TAct>(Guid by, Func<TAct, Viewer, Task<ActResult>> act)
        where TAct : notnull
    {
        var viewer = await ViewerAsync(by);
        return await DoAsync<TAct, ActResult>(service => act(service, viewer));
    }

    public Task<Matter> MatterAsync(string reference) =>
        ReadAsync(db =>
            db.Matters.AsNoTracking()
                .Include(matter => matter.Duties)
                    .ThenInclude(duty => duty.Ledger)
                .Include(matter => matter.Messages)
                .SingleAsync(matter => matter.Reference == reference)
        );

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        Keys.Dispose();
        await Database.DisposeAsync();
    }
}
