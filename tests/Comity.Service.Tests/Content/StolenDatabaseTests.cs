using System.Text;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Content;

/// <summary>Somebody has the database, or a copy of its backup, and not the council key.</summary>
public sealed class StolenDatabaseTests
{
    private const string Open = "Street light out in Mill Lane";
    private const string Passphrase = "heron lantern orchard copper wicket";

    private static readonly string[] Secrets =
    [
        "Larkspur House refuge",
        "moved out at night with two children",
        "Winifred Ashgrove",
        "winifred@ashgrove.example",
        "4 Cuckoo Walk",
        "larkspur-letter.txt",
        "the letter of the refuge itself",
    ];

    [Fact]
    public async Task Read_the_bytes_of_the_file_its_log_and_a_backup_shows_no_sealed_word()
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite);
        await AskSealedAsync(council);
        await council.AskAsync();

        foreach (var stolen in StolenFile.LiveAndBackedUp(council.Database))
        {
            StolenFile.Has(stolen, Open).ShouldBeTrue("What is not sealed can be found in this way, so this would find what is.");
            Secrets.Where(secret => StolenFile.Has(stolen, secret)).ShouldBeEmpty();
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task Read_every_column_of_every_table_shows_no_sealed_word(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        await AskSealedAsync(council);
        await council.AskAsync();

        var rows = await StolenRow.AllAsync(council.Database);

        rows.ShouldContain(row => row.Contains(Open));
        rows.Where(row => Secrets.Any(row.Contains)).Select(row => row.Table).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task Follow_every_row_of_a_sealed_matter_leads_to_no_party(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var reference = await AskSealedAsync(council);
        var (openAt, people) = (await council.AskedAsync(), council.People);
        Guid[] parties = [people.Member, people.Officer, people.OfficerOffice];
        string[] names = ["Alex Member", "Glen Officer", "alex.member@", "glen.officer@"];

        var rows = await StolenRow.AllAsync(council.Database);
        var ofSealed = Belonging(rows, (await council.MatterAsync(reference)).Id);
        var ofOpen = Belonging(rows, (await council.MatterAsync(openAt.Reference)).Id);

        ofSealed
            .Select(row => row.Table)
            .Distinct()
            .ShouldBeSubsetOf(ofOpen.Select(row => row.Table).Append("attachments").Append("matter_keys").Distinct());
        foreach (
            var table in new[]
            {
                "matters",
                "matter_parties",
                "grants",
                "duties",
                "messages",
                "attachments",
                "contents",
                "record_entries",
                "decisions",
            }
        )
        {
            ofSealed.ShouldContain(row => row.Table == table, table);
        }

        ofOpen.ShouldContain(
            row => row.Names(people.Member),
            "Where nothing is sealed the rows name the parties, so this would find them."
        );
        ofSealed.Where(row => parties.Any(row.Names) || names.Any(row.Contains)).Select(row => row.ToString()).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task Open_without_the_council_key_fails_for_everything_sealed(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var matter = await council.MatterAsync(await AskSealedAsync(council));
        using var others = new CouncilKeyRing([CouncilKey.Generate(council.Keys.CouncilId)]);
        await using var db = council.Database.Open();
        var items = await db.Contents.AsNoTracking().Where(item => item.MatterId == matter.Id).ToListAsync();
        items.Count.ShouldBeGreaterThan(10);
        items.ShouldAllBe(item => item.Class == ContentClass.Sealed && item.Text == null && item.Salt == null);

        foreach (var item in items)
        {
            using var contents = new ContentStore(db, others, council.Clock);
            await Should.ThrowAsync<SealedContentException>(() => contents.ReadBytesAsync(item.Id, CancellationToken.None));
        }

        await Should.ThrowAsync<SealedContentException>(() => ViewerTokenKey.OpenAsync(db, others));
    }

    [Theory]
    [EveryDatabase]
    public async Task Restore_a_backup_and_the_keys_on_a_bare_machine_reads_everything_again(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var reference = await AskSealedAsync(council);
        using var signer = RecordSigningKey.Generate(LogId.OfRecord(council.Keys.CouncilId));
        var paper = CouncilKeyBackup.Export(council.Keys, signer, Passphrase);
        var bare = Directory.CreateTempSubdirectory("comity-bare-");
        try
        {
            await using var restored = await council.Database.BackUpAndRestoreAsync();
            using (var kept = CouncilKeyBackup.Import(paper, Passphrase))
            {
                KeyFolder.Create(Path.Combine(bare.FullName, "keys")).Restore(kept);
            }

            var folder = KeyFolder.Open(Path.Combine(bare.FullName, "keys"));
            using var keys = folder.ReadRing(council.Keys.CouncilId);
            using var signing = folder.ReadSigningKey(LogId.OfRecord(council.Keys.CouncilId));
            await using var db = restored.Open();
            (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
            var tokens = await ViewerTokenKey.OpenAsync(db, keys);
            using var contents = new ContentStore(db, keys, council.Clock);
            var matter = await db.Matters.SingleAsync(row => row.Reference == reference);

            var texts = await contents.ReadTextsAsync(
                await db.Messages.Where(message => message.MatterId == matter.Id).Select(message => message.ContentId).ToListAsync(),
                CancellationToken.None
            );
            var attachment = await db.Attachments.SingleAsync(row => row.MatterId == matter.Id);
            var owner = await new MatterParties(db, contents, tokens).InAsync(matter, MatterParties.Owner, CancellationToken.None);
            var export = new MemoryStream();
            await new ExportRecord(db, contents, council.Clock).ExecuteAsync(Viewer.Nobody, signing, export, null, CancellationToken.None);

            texts.Values.ShouldContain(text => text.Text.Contains(Secrets[1], StringComparison.Ordinal));
            texts.Values.ShouldContain(text => text.Text.Contains(Secrets[2], StringComparison.Ordinal));
            (await contents.ReadTextAsync(attachment.NameContentId, CancellationToken.None)).ShouldBe(Secrets[5]);
            Encoding
                .UTF8.GetString((await contents.ReadBytesAsync(attachment.BytesContentId, CancellationToken.None))!)
                .ShouldBe(Secrets[6]);
            owner.ShouldBe(new PartyIdentity(council.People.Officer, council.People.OfficerOffice));
            export.Position = 0;
            RecordVerifier.Verify(export, null, signer.Verifier.ToString()).Findings.ShouldBeEmpty();
        }
        finally
        {
            bare.Delete(recursive: true);
        }
    }

    private static async Task<string> AskSealedAsync(TestCouncil council)
    {
        var result = await council.AskAsync(request =>
            request with
            {
                Subject = $"A family from {Secrets[0]}",
                Question = $"They {Secrets[1]}. What can housing do tonight?",
                Sealed = true,
                Constituent = new ConstituentDetails(Secrets[2], Secrets[3], Secrets[4], true, "They asked me to act for them"),
                Files = [new IncomingFile(Secrets[5], Encoding.UTF8.GetBytes(Secrets[6]))],
            }
        );
        return result.ShouldBeOfType<AskOfficerResult.Asked>().Reference;
    }

    /// <summary>The rows that name the matter, those that name one of these, and so on.</summary>
    private static List<StolenRow> Belonging(List<StolenRow> rows, Guid matterId)
    {
        var known = new HashSet<Guid> { matterId };
        var found = new HashSet<StolenRow>(ReferenceEqualityComparer.Instance);
        for (var before = -1; before < found.Count; )
        {
            before = found.Count;
            foreach (var row in rows.Where(row => !found.Contains(row) && known.Any(row.Names)).ToList())
            {
                found.Add(row);
                if (row.Id is { } id)
                {
                    known.Add(id);
                }
            }
        }

        return [.. found];
    }
}
