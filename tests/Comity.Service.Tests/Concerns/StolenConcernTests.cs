using System.Text;
using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Service.Matters;
using Comity.Service.Tests.Content;
using Comity.Testing;

namespace Comity.Service.Tests.Concerns;

/// <summary>
/// Somebody has the whole database, or a copy of its backup, and not the council key, after a concern was raised, taken up, talked about, told, answered and decided.
/// </summary>
public sealed class StolenConcernTests
{
    private static readonly string[] Words =
    [
        "Marzipan was thrown in the Larkspur Room",
        "An apology before the Quillfeather supper",
        "thunderclap-photograph.txt",
        "the very bytes of the Wainscot picture",
        "Velveteen is what the hearer wrote",
        "I was not in the Thimblewood corridor",
        "Gossamer is the reason of the outcome",
        "a note that says Pellucid",
    ];

    [Theory]
    [EveryDatabase]
    public async Task Read_every_row_that_a_concern_leaves_shows_no_word_no_name_and_no_party(DatabaseKind kind)
    {
        var council = await TestCouncil.CreateAsync(kind);
        var before = (await StolenRow.AllAsync(council.Database)).Select(row => (row.Table, row.Text)).ToHashSet();
        await using var concern = await HeardToTheEndAsync(council);

        await using var restored = await council.Database.BackUpAndRestoreAsync();
        foreach (var stolen in new[] { council.Database, restored })
        {
            var left = (await StolenRow.AllAsync(stolen)).Where(row => !before.Contains((row.Table, row.Text))).ToList();
            foreach (
                var table in new[] { "matters", "matter_parties", "grants", "duties", "contents", "record_entries", "outbox", "concerns" }
            )
            {
                left.ShouldContain(row => row.Table == table, table);
            }

            Telling(left, council.People).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Read_the_bytes_of_the_file_its_log_and_a_backup_shows_no_word_of_a_concern()
    {
        await using var concern = await HeardToTheEndAsync(await TestCouncil.CreateAsync(DatabaseKind.Sqlite));

        foreach (var stolen in StolenFile.LiveAndBackedUp(concern.Council.Database))
        {
            StolenFile
                .Has(stolen, concern.Reference)
                .ShouldBeTrue("What is not sealed can be found in this way, so this would find what is.");
            Words.Where(word => StolenFile.Has(stolen, word)).ShouldBeEmpty();
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task Read_the_rows_of_an_open_enquiry_in_the_same_way_finds_its_words_and_parties(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        await council.AskAsync(request => request with { Question = Words[0], Files = [new IncomingFile(Words[2], [1])] });

        var found = Telling(await StolenRow.AllAsync(council.Database), council.People);

        found.ShouldContain(line => line.Contains(Words[0]));
        found.ShouldContain(line => line.StartsWith("matter_parties", StringComparison.Ordinal));
    }

    /// <summary>What in these rows tells of the concern: its words, the names and addresses of those in it, their ids.</summary>
    private static List<string> Telling(IEnumerable<StolenRow> rows, TestPeople people)
    {
        Guid[] parties = [people.Member, people.Officer, people.Manager, people.OfficerOffice];
        string[] names = ["Alex Member", "Glen Officer", "Fran Manager", "alex.member@", "glen.officer@", "fran.manager@"];
        return
        [
            .. rows.SelectMany(row =>
                Words
                    .Concat(names)
                    .Where(row.Contains)
                    .Concat(parties.Where(row.Names).Select(id => id.ToString("D")))
                    .Select(told => $"{row.Table}: {told}")
            ),
        ];
    }

    private static async Task<HeardConcern> HeardToTheEndAsync(TestCouncil council)
    {
        var concern = await HeardConcern.RaiseAsync(
            council.Database.Kind,
            request =>
                request with
                {
                    WhatHappened = Words[0],
                    PutRight = Words[1],
                    Files = [new IncomingFile(Words[2], Encoding.UTF8.GetBytes(Words[3]))],
                    Consents = [ConcernConsent.Name],
                },
            council: council
        );
        var people = council.People;
        Done(await concern.TakeUpAsync(people.Manager));
        Done(
            await concern.DoAsync<WriteInConcern>(
                people.Manager,
                (act, at, viewer) => act.ExecuteAsync(new(at, Words[4], []), viewer, default)
            )
        );
        Done(
            await concern.DoAsync<NoteInConcern>(people.Manager, (act, at, viewer) => act.ExecuteAsync(new(at, Words[7]), viewer, default))
        );
        Done(await concern.TellAsync(people.Manager, Parts.Content));
        Done(
            await concern.DoAsync<AnswerConcern>(
                people.Officer,
                (act, at, viewer) => act.ExecuteAsync(new(at, Words[5], []), viewer, default)
            )
        );
        Done(
            await concern.DoAsync<DecideConcern>(
                people.Manager,
                (act, at, viewer) =>
                    act.ExecuteAsync(
                        new(at, OutcomeKind.Settled, new Dictionary<string, string>(), ["apology"], Words[6], "Both have agreed."),
                        viewer,
                        default
                    )
            )
        );

        return concern;

        static void Done(ActResult result) => result.ShouldBeOfType<ActResult.Done>();
    }
}
