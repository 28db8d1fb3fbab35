using System.Text.Json.Nodes;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Record;

public sealed class CouncilWritesTests
{
    private const int Writers = 12;

    [Theory, EveryDatabase]
    public async Task Dispose_WithoutACommit_LeavesNothing(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var before = await SizesAsync(council);

        await council.DoAsync<CouncilWrites, bool>(async writes =>
        {
            await using var write = await writes.BeginAsync(Acting.Service, default);
            write.Record("note", new JsonObject { ["words"] = "never said" });
            return true;
        });

        (await SizesAsync(council)).ShouldBe(before);
    }

    [Theory, EveryDatabase]
    public async Task Dispose_WithoutACommit_LeavesNothingToWhatIsSavedNext(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var asked = await council.AskedAsync();
        var stored = await council.MatterAsync(asked.Reference);
        var viewer = await council.ViewerAsync(council.People.Member);

        await council.DoAsync<IServiceProvider, bool>(async services =>
        {
            await using (var write = await Of<CouncilWrites>(services).BeginAsync(Acting.Service, default))
            {
                var matter = await write.MatterAsync(stored.Id, stored.Version, default);
                matter.State = MatterState.Closed;
                await Of<ContentStore>(services).AddTextAsync(matter.Id, Parts.Matter, ContentClass.Indexed, "never said", default);
            }

            await Of<ReadLog>(services).NoteAsync(stored, Parts.Matter, viewer, default);
            return true;
        });

        var after = await council.MatterAsync(asked.Reference);
        (after.Version, after.State).ShouldBe((stored.Version, stored.State));
        (await council.ReadAsync(db => db.ReadEntries.CountAsync())).ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Commit_ThatFails_LeavesNeitherTheChangeNorItsEntries(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var before = await SizesAsync(council);

        await Should.ThrowAsync<DbUpdateException>(() =>
            council.DoAsync<IServiceProvider, bool>(async services =>
            {
                var db = Of<Comity.Service.Storage.ComityDb>(services);
                await using var write = await Of<CouncilWrites>(services).BeginAsync(Acting.Service, default);
                write.Record("note", new JsonObject { ["words"] = "never said" });
                await Of<ContentStore>(services).AddTextAsync(null, "council", ContentClass.Indexed, "never kept", default);
                var same = await db.RecordEntries.AsNoTracking().FirstAsync();
                db.Add(same);
                await write.CommitAsync(default);
                return true;
            })
        );

        (await SizesAsync(council)).ShouldBe(before);
    }

    [Theory, EveryDatabase]
    public async Task Commit_ManyAtOnce_AppendsOneAfterTheOtherInAnUnbrokenChain(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var before = await SizesAsync(council);

        await Task.WhenAll(
            Enumerable
                .Range(0, Writers)
                .Select(writer =>
                    Task.Run(() =>
                        council.DoAsync<CouncilWrites, bool>(async writes =>
                        {
                            await using var write = await writes.BeginAsync(Acting.Service, default);
                            write.Record("note", new JsonObject { ["writer"] = writer, ["line"] = 1 });
                            write.Record("note", new JsonObject { ["writer"] = writer, ["line"] = 2 });
                            await write.CommitAsync(default);
                            return true;
                        })
                    )
                )
        );

        var entries = await council.ReadAsync(db => db.RecordEntries.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync());
        entries.Count.ShouldBe(before.Entries + (2 * Writers));
        entries.Select(entry => entry.Sequence).ShouldBe(Enumerable.Range(0, entries.Count).Select(i => (long)i));
        entries.Zip(entries.Skip(1)).ShouldAllBe(pair => pair.First.LeafHash.SequenceEqual(pair.Second.PreviousHash));
        var contents = await council.DoAsync<ContentStore, List<string>>(async store =>
        {
            var texts = new List<string>();
            foreach (var entry in entries.TakeLast(2 * Writers))
            {
                texts.Add((await store.ReadTextAsync(entry.ContentId, default))!);
            }

            return texts;
        });

        // What one writer says stands together, in its order.
        contents.Chunk(2).ShouldAllBe(pair => Writer(pair[0]) == Writer(pair[1]) && Line(pair[0]) == 1 && Line(pair[1]) == 2);
        contents.Select(Writer).Distinct().Count().ShouldBe(Writers);

        using var export = new MemoryStream();
        var head = await council.ReadAsync(db => db.RecordHeads.AsNoTracking().SingleAsync());
        head.Size.ShouldBe(entries.Count);
        using var signer = RecordSigningKey.Generate(LogId.OfRecord(head.LogId));
        var clerk = await council.ViewerAsync(council.People.Clerk);
        await council.DoAsync<ExportRecord, bool>(async record =>
        {
            await record.ExecuteAsync(clerk, signer, export, null, default);
            return true;
        });
        export.Position = 0;
        RecordVerifier.Verify(export).Findings.ShouldBeEmpty();
    }

    private static int Writer(string text) => (int)JsonNode.Parse(text)!["writer"]!;

    private static int Line(string text) => (int)JsonNode.Parse(text)!["line"]!;

    private static T Of<T>(IServiceProvider services)
        where T : class => (T)services.GetService(typeof(T))!;

    private static Task<(int Entries, int Contents, long Size)> SizesAsync(TestCouncil council) =>
        council.ReadAsync(async db =>
            (
                await db.RecordEntries.CountAsync(),
                await db.Contents.CountAsync(),
                await db.RecordHeads.Select(head => head.Size).SingleAsync()
            )
        );
}
