using System.Diagnostics;
using System.Globalization;
using System.Text;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Durability;

/// <summary>A program that writes is killed (SIGKILL) in the middle of what it does, again and again on the same database.</summary>
[Trait("Takes", "long")]
public sealed class KillTests
{
    private const int Rounds = 20;
    private const int Seed = 20260402;
    private const int ExitCodeOfSigkill = 128 + 9;

    [Theory]
    [EveryDatabase]
    public async Task Kill_while_writing_loses_no_acknowledged_write_and_the_chain_goes_on(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var folder = Directory.CreateTempSubdirectory("comity-kill-");
        try
        {
            var council = await FoundAsync(database, folder.FullName);
            using var signer = RecordSigningKey.Generate(LogId.OfRecord(council));
            var moments = new SeededMoments(Seed);
            var acknowledged = new List<(Guid Ward, Guid Matter)>();
            string? held = null;
            for (var round = 0; round < Rounds; round++)
            {
                acknowledged.AddRange(
                    await WriteUntilKilledAsync(database, folder.FullName, council, acknowledged.Count + 1 + (round * 1000), moments)
                );
                held = await CheckAsync(database, folder.FullName, council, signer, acknowledged, held);
            }

            acknowledged.Count.ShouldBeGreaterThanOrEqualTo(Rounds);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Guid> FoundAsync(TestDatabase database, string folder)
    {
        var id = Guid.CreateVersion7();
        using var key = CouncilKey.Generate(id);
        KeyFolder.Create(folder).AddCurrent(key);
        await using var db = database.Open();
        db.Councils.Add(
            new Council
            {
                Id = id,
                Name = "Testmere Council",
                Kind = "metropolitan",
                Nation = "england",
                ProtocolKey = "wigan",
                CreatedAt = new DateTime(2026, 4, 2, 9, 0, 0, DateTimeKind.Utc),
            }
        );
        await db.SaveChangesAsync();
        return id;
    }

    private static async Task<List<(Guid Ward, Guid Matter)>> WriteUntilKilledAsync(
        TestDatabase database,
        string folder,
        Guid council,
        int first,
        SeededMoments moments
    )
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (
            var argument in new[]
            {
                Path.Combine(AppContext.BaseDirectory, "Comity.Durability.Writer.dll"),
                database.Kind.ToString(),
                database.Location,
                folder,
                council.ToString("D"),
                first.ToString(CultureInfo.InvariantCulture),
            }
        )
        {
            start.ArgumentList.Add(argument);
        }

        using var writer = Process.Start(start)!;
        var error = writer.StandardError.ReadToEndAsync();
        var output = new StringBuilder();
        try
        {
            // Some writes in, and then somewhere in the middle of the next.
            for (var wanted = moments.Next(1, 15); wanted > 0; wanted--)
            {
                output.AppendLine(
                    await writer.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The writer ended: {await error}")
                );
            }

            Thread.SpinWait(moments.Next(0, 300_000));
        }
        finally
        {
            writer.Kill();
        }

        output.Append(await writer.StandardOutput.ReadToEndAsync());
        await writer.WaitForExitAsync();
        writer.ExitCode.ShouldBe(ExitCodeOfSigkill, await error);

        // What does not end in a line break was cut off: it was never said.
        var said = output.ToString();
        return
        [
            .. said[..(said.LastIndexOf('\n') + 1)]
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(line => line.Split(' '))
                .Select(parts => (Guid.ParseExact(parts[1], "N"), Guid.ParseExact(parts[2], "N"))),
        ];
    }

    private static async Task<string> CheckAsync(
        TestDatabase database,
        string folder,
        Guid council,
        RecordSigningKey signer,
        List<(Guid Ward, Guid Matter)> acknowledged,
        string? held
    )
    {
        await using var db = database.Open();
        using var keys = KeyFolder.Open(folder).ReadRing(council);
        using var contents = new ContentStore(db, keys, TimeProvider.System);
        var wards = await db.Wards.Select(ward => ward.Id).ToHashSetAsync();
        var entries = await db.RecordEntries.AsNoTracking().Where(entry => entry.MatterId != null).ToListAsync();
        var recorded = entries.ToDictionary(entry => entry.MatterId!.Value, entry => entry.ContentId);
        acknowledged.Where(write => !wards.Contains(write.Ward)).ShouldBeEmpty();
        acknowledged.Where(write => !recorded.ContainsKey(write.Matter)).ShouldBeEmpty();

        // Nothing by halves either: each ward has its matter, each matter its words under its own key.
        wards.Count.ShouldBe(recorded.Count);
        (await contents.ReadTextsAsync([.. recorded.Values], CancellationToken.None)).Count.ShouldBe(recorded.Count);

        var export = new MemoryStream();
        await new ExportRecord(db, contents, TimeProvider.System).ExecuteAsync(Viewer.Nobody, signer, export, null, CancellationToken.None);
        export.Position = 0;
        var verified = RecordVerifier.Verify(export, held, signer.Verifier.ToString());
        verified.Findings.ShouldBeEmpty();
        verified.ContinuesHeldCheckpoint.ShouldBe(held is not null);
        verified.Checkpoint!.Size.ShouldBe(2 * wards.Count);
        return (await db.Checkpoints.OrderByDescending(checkpoint => checkpoint.Size).FirstAsync()).Note;
    }

    /// <summary>A linear congruential generator (Knuth's constants for 64 bits): the same moments in every run.</summary>
    private sealed class SeededMoments(ulong seed)
    {
        private ulong _state = seed;

        public int Next(int from, int below)
        {
            _state = unchecked((_state * 6364136223846793005UL) + 1442695040888963407UL);
            return from + (int)((_state >> 33) % (ulong)(below - from));
        }
    }
}
