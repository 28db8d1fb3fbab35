using Comity.Service.Content;
using Comity.Service.Kept;
using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Releases;

/// <summary>
/// A database as each release left it: this program brings it up to date, opens what was sealed, gives every old decision the same answer, and the
/// record goes on from the checkpoint that was held outside then. README.md says how the next release is added.
/// </summary>
public sealed class ReleaseTests
{
    private const string Folder = "tests/Comity.Service.Tests/Releases";
    private const string Passphrase = "heron lantern orchard copper wicket";
    private const string Sealed = "moved out at night with two children";
    private const string Answer = "The refuge has a place from tonight.";

    public static IEnumerable<TheoryDataRow<string, DatabaseKind>> All =>
        Directory
            .EnumerateDirectories(Checkout.PathOf(Folder))
            .SelectMany(release => Directory.EnumerateDirectories(release))
            .Order(StringComparer.Ordinal)
            .Select(copy =>
                (Release: Path.GetFileName(Path.GetDirectoryName(copy)!), Kind: Enum.Parse<DatabaseKind>(Path.GetFileName(copy)))
            )
            .Select(copy => new TheoryDataRow<string, DatabaseKind>(copy.Release, copy.Kind)
            {
                Skip =
                    copy.Kind == DatabaseKind.Postgres && TestDatabase.PostgresServer is null
                        ? "COMITY_TEST_POSTGRES names no PostgreSQL server"
                        : null,
            });

    [Theory]
    [MemberData(nameof(All))]
    public async Task Upgrade_from_a_release_keeps_everything(string release, DatabaseKind kind)
    {
        var folder = Checkout.PathOf($"{Folder}/{release}/{kind}");
        using var kept = CouncilKeyBackup.Import(await File.ReadAllTextAsync(Path.Combine(folder, "keys.txt")), Passphrase);
        await using var database = await TestDatabase.OfCopyAsync(kind, Path.Combine(folder, "database.bin"));
        await using var db = database.Open();
        await db.UpgradeAsync(CancellationToken.None);
        var clock = new FixedClock();
        using var contents = new ContentStore(db, kept.Keys, clock);

        var tokens = await ViewerTokenKey.OpenAsync(db, kept.Keys);
        var matters = await db.Matters.Include(matter => matter.Messages).ToListAsync();
        var texts = await contents.ReadTextsAsync(
            [.. matters.SelectMany(matter => matter.Messages).Select(message => message.ContentId)],
            CancellationToken.None
        );
        texts.Values.ShouldContain(text => text.Text.Contains(Sealed, StringComparison.Ordinal));
        texts.Values.ShouldContain(text => text.Text.Contains(Answer, StringComparison.Ordinal));
        foreach (var matter in matters)
        {
            (await new MatterParties(db, contents, tokens).InAsync(matter, MatterParties.Owner, CancellationToken.None)).ShouldNotBeNull();
        }

        var replay = new ReplayDecision(db, contents, new Library(db, new CompiledTexts(), new CouncilNow(db, new KeptFacts())));
        var decisions = await db.Decisions.Select(decision => decision.Id).ToListAsync();
        decisions.ShouldNotBeEmpty();
        foreach (var decision in decisions)
        {
            var again = (await replay.ExecuteAsync(decision, CancellationToken.None)).ShouldNotBeNull();
            again.Now.ShouldBe(again.Then);
        }

        var export = new MemoryStream();
        await new ExportRecord(db, contents, clock).ExecuteAsync(Viewer.Nobody, kept.SigningKey!, export, null, CancellationToken.None);
        export.Position = 0;
        var held = await File.ReadAllTextAsync(Path.Combine(folder, "checkpoint.txt"));
        var verified = RecordVerifier.Verify(export, held, kept.SigningKey!.Verifier.ToString());
        verified.Findings.ShouldBeEmpty();
        verified.ContinuesHeldCheckpoint.ShouldBeTrue();
    }

    /// <summary>Run once when a release is made, by name; never changed afterwards.</summary>
    [Theory(Explicit = true)]
    [EveryDatabase]
    public async Task Make_the_copy_of_this_release(DatabaseKind kind)
    {
        var release = typeof(Matter).Assembly.GetName().Version!.ToString(3);
        var folder = Directory.CreateDirectory(Checkout.PathOf($"{Folder}/{release}/{kind}")).FullName;
        await using var council = await TestCouncil.CreateAsync(kind);
        using var signer = RecordSigningKey.Generate(LogId.OfRecord(council.Keys.CouncilId));
        await council.AskAsync();
        var asked = await council.AskedAsync(request =>
            request with
            {
                Question = $"They {Sealed}. What can housing do tonight?",
                Sealed = true,
                Constituent = new ConstituentDetails("Winifred Ashgrove", null, "4 Cuckoo Walk", true, "They asked me to act for them"),
                Files = [new IncomingFile("letter.txt", "the letter of the refuge itself"u8.ToArray())],
            }
        );
        var officer = await council.ViewerAsync(council.People.Officer);
        var replied = await council.DoAsync<ReplyToEnquiry, ActResult>(reply =>
            reply.ExecuteAsync(new ReplyToEnquiryRequest(asked, Answer, []), officer, CancellationToken.None)
        );
        replied.ShouldBeOfType<ActResult.Done>();
        await council.DoAsync<ExportRecord, bool>(async export =>
        {
            await export.ExecuteAsync(Viewer.Nobody, signer, new MemoryStream(), null, CancellationToken.None);
            return true;
        });
        await File.WriteAllTextAsync(
            Path.Combine(folder, "checkpoint.txt"),
            await council.ReadAsync(db => db.Checkpoints.Select(row => row.Note).SingleAsync())
        );
        await File.WriteAllTextAsync(Path.Combine(folder, "keys.txt"), CouncilKeyBackup.Export(council.Keys, signer, Passphrase));
        await council.Database.CopyToAsync(Path.Combine(folder, "database.bin"));
    }
}
