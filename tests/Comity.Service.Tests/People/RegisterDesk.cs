using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Storage;
using Comity.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Service.Tests.People;

/// <summary>A database with a council and a clerk, and what a change to the register needs.</summary>
internal sealed class RegisterDesk : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly ContentStore _contents;
    private readonly ServiceProvider _services;

    private RegisterDesk(TestDatabase database, ComityDb db, ContentStore contents, ViewerTokens tokens, CouncilKeyRing keys)
    {
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(keys)
            .AddSingleton(tokens)
            .AddSingleton(new SiteAddress(new Uri("http://localhost")))
            .AddSingleton(db)
            .AddComityServices()
            .BuildServiceProvider();
        _database = database;
        _contents = contents;
        Db = db;
        Tokens = tokens;
        Council = SmallCouncil.Register(db);
        Writes = new CouncilWrites(db, contents, tokens, Clock);
        Made = new SmallCouncil(db);
    }

    public FixedClock Clock { get; } = new();
    public ComityDb Db { get; }
    public ViewerTokens Tokens { get; }
    public CouncilOnDate Council { get; }
    public CouncilWrites Writes { get; }
    public SmallCouncil Made { get; }
    public DeclareRelationship Declare => _services.GetRequiredService<DeclareRelationship>();
    public Relationships Relationships =>
        new(
            Db,
            new MatterParties(Db, _contents, Tokens),
            _contents,
            Tokens,
            new ReadLog(Db, Tokens, Clock),
            new EndRelationship(Db, Writes, Tokens),
            Clock
        );
    public Viewer Clerk { get; private set; } = Viewer.Nobody;

    public static async Task<RegisterDesk> OpenAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        var db = database.Open();
        var council = new Council
        {
            Id = Guid.CreateVersion7(),
            Name = "Brackenford Council",
            Kind = "metropolitan",
            Nation = "england",
            ProtocolKey = "wigan",
            CreatedAt = SmallCouncil.Recorded,
        };
        db.Add(council);
        await db.SaveChangesAsync();
        var tokens = new ViewerTokens([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
        var clock = new FixedClock();
        var keys = new CouncilKeyRing([CouncilKey.Generate(council.Id)]);
        var desk = new RegisterDesk(database, db, new ContentStore(db, keys, clock), tokens, keys);
        var (person, office) = desk.Made.Post("Cleo Clerk", "Head of Democratic Services", "clerk");
        await desk.Made.SaveAsync();
        desk.Clerk = new Viewer(person.Id, person.FullName, [office.Id], ["clerk"], tokens.All(person.Id, [office.Id]));
        return desk;
    }

    public async Task<string> LastRecordAsync()
    {
        await using var db = _database.Open();
        return db.RecordEntries.OrderByDescending(entry => entry.Sequence).Select(entry => entry.Kind).FirstOrDefault() ?? "";
    }

    public ComityDb OpenAnother() => _database.Open();

    public async ValueTask DisposeAsync()
    {
        _contents.Dispose();
        await Db.DisposeAsync();
        await _database.DisposeAsync();
    }
}
