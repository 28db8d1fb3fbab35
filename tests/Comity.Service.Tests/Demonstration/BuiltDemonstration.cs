using System.Collections.Concurrent;
using Comity.Service.Content;
using Comity.Service.Demonstration;
using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Storage;
using Comity.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Service.Tests.Demonstration;

/// <summary>The demonstrations as they are built on one day, each once for each kind of database.</summary>
public sealed class BuiltDemonstration : IAsyncDisposable
{
    /// <summary>A Friday with working days on both sides.</summary>
    public static readonly DateOnly Today = new(2026, 11, 20);

    private readonly ConcurrentDictionary<(DatabaseKind, string), Lazy<Task<Built>>> _built = new();

    internal Task<Built> OnAsync(DatabaseKind kind) => OnAsync(kind, DemonstrationCouncils.Usual);

    internal async Task<Built> OnAsync(DatabaseKind kind, DemonstrationCouncil council) =>
        await _built.GetOrAdd((kind, council.ProtocolKey), _ => new Lazy<Task<Built>>(() => BuildAsync(kind, council))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var built in _built.Values.Where(one => one.IsValueCreated && one.Value.IsCompletedSuccessfully))
        {
            await (await built.Value).DisposeAsync();
        }
    }

    /// <summary>Makes a council, and gives it with the classes that made it.</summary>
    internal static async Task<(Built Built, DemonstrationClock Clock, ServiceProvider Services)> MakeAsync(
        DatabaseKind kind,
        DemonstrationCouncil council
    )
    {
        var database = await TestDatabase.CreateAsync(kind);
        var made = new DateTime(2026, 11, 20, 0, 0, 0, DateTimeKind.Utc);
        var id = Guid.CreateVersion7(new DateTimeOffset(made));
        var keys = new CouncilKeyRing([CouncilKey.Generate(id)]);
        ViewerTokens tokens;
        await using (var db = database.Open())
        {
            db.Councils.Add(BuildDemonstration.NewCouncil(council, id, made));
            await db.SaveChangesAsync();
            tokens = await ViewerTokenKey.OpenAsync(db, keys);
        }

        var clock = new DemonstrationClock();
        var services = BuildDemonstration.Compose(database.Open, keys, tokens, clock);
        await new BuildDemonstration(services.GetRequiredService<IServiceScopeFactory>(), clock, council).ExecuteAsync(
            WithoutNorm.From(PackFolder.ReadTexts(Checkout.PathOf(PackFolder.Name))),
            Today,
            CancellationToken.None
        );
        return (new Built(database, keys, tokens, RecordSigningKey.Generate(LogId.OfRecord(id))), clock, services);
    }

    private static async Task<Built> BuildAsync(DatabaseKind kind, DemonstrationCouncil council)
    {
        var (built, _, services) = await MakeAsync(kind, council);
        await services.DisposeAsync();
        return built;
    }

    internal sealed record Built(TestDatabase Database, CouncilKeyRing Keys, ViewerTokens Tokens, RecordSigningKey Signer)
        : IAsyncDisposable
    {
        public ComityDb Open() => Database.Open();

        public async ValueTask DisposeAsync()
        {
            Signer.Dispose();
            Keys.Dispose();
            await Database.DisposeAsync();
        }
    }
}
