using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Requests;

/// <summary>A draft becomes its matter in one transaction, and once.</summary>
public sealed class DraftToMatterTests
{
    [Theory, EveryDatabase]
    public async Task Ask_FromADraft_LeavesNoDraftAndNoContentOfItBehind(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var draft = await DraftAsync(council);

        var asked = (await council.AskAsync(request => request with { DraftId = draft })).ShouldBeOfType<AskOfficerResult.Asked>();

        asked.MatterId.ShouldBe(draft);
        (await council.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(0);
        (await council.ReadAsync(db => db.Contents.CountAsync(item => item.Part == "draft"))).ShouldBe(0);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.Sqlite, false)]
    public async Task Ask_WithAResidentOrSealedFromADraft_CanBeReadAfterwards(DatabaseKind kind, bool isSealed)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var draft = await DraftAsync(council);

        await council.AskAsync(request =>
            request with
            {
                DraftId = draft,
                Sealed = isSealed,
                Constituent = new ConstituentDetails("Winifred Ash", null, null, true, "The person asked for it."),
            }
        );

        var parts = await council.ReadAsync(db =>
            db.Messages.Where(message => message.MatterId == draft).Select(message => new { message.Part, message.ContentId }).ToListAsync()
        );
        var texts = await council.DoAsync<Comity.Service.Content.ContentStore, IEnumerable<string>>(async contents =>
            (await contents.ReadTextsAsync([.. parts.Select(part => part.ContentId)], default)).Values.Select(text => text.Text)
        );
        texts.ShouldContain(text => text.Contains("Winifred Ash"));
        texts.ShouldContain(text => text.Contains("school"));
    }

    [Theory, EveryDatabase]
    public async Task Ask_TheSameDraftTwice_GivesTheSameMatterAndOneDuty(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var draft = await DraftAsync(council);

        var first = await council.AskAsync(request => request with { DraftId = draft });
        var again = await council.AskAsync(request => request with { DraftId = draft, Subject = "Changed meanwhile" });

        again.ShouldBe(first);
        var matter = await council.ReadAsync(db => db.Matters.Include(row => row.Duties).SingleAsync());
        matter.Subject.ShouldBe("Street light out in Mill Lane");
        matter.Duties.Count.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Ask_TheSameDraftTwiceAtOnce_GivesOneMatter(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var draft = await DraftAsync(council);

        var both = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => council.AskAsync(request => request with { DraftId = draft })))
        );

        both.Distinct().ShouldHaveSingleItem().ShouldBeOfType<AskOfficerResult.Asked>();
        (await council.ReadAsync(db => db.Matters.CountAsync())).ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Ask_ThatBreaksBeforeTheCommit_KeepsTheDraftAndMakesNothing(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var draft = await DraftAsync(council);
        var entries = await council.ReadAsync(db => db.RecordEntries.CountAsync());

        // A file that nobody checked stops the writing after the draft was taken and the matter was made.
        await Should.ThrowAsync<InvalidOperationException>(() =>
            council.AskAsync(request => request with { DraftId = draft, Files = [new IncomingFile("run.exe", [0x4d, 0x5a, 0, 1])] })
        );

        (await council.ReadAsync(db => db.Matters.CountAsync())).ShouldBe(0);
        (await council.ReadAsync(db => db.RecordEntries.CountAsync())).ShouldBe(entries);
        var kept = await council.DoAsync<Drafts, DraftAnswers?>(async drafts =>
            await drafts.FindAsync(draft, await council.ViewerAsync(council.People.Member), default)
        );
        kept.ShouldNotBeNull().Subject.ShouldBe("Street light out in Mill Lane");
        (await council.AskAsync(request => request with { DraftId = draft })).ShouldBeOfType<AskOfficerResult.Asked>();
    }

    [Theory, EveryDatabase]
    public async Task Ask_FromSomebodyElsesDraft_FindsNone(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var draft = await DraftAsync(council);

        var result = await council.AskAsync(
            request => request with { DraftId = draft, MemberId = council.People.OtherGroupMember },
            council.People.OtherGroupMember
        );

        result.ShouldBeOfType<AskOfficerResult.NoDraft>();
        (await council.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(1);
    }

    private static Task<Guid> DraftAsync(TestCouncil council) =>
        council.DoAsync<Drafts, Guid>(async drafts =>
            await drafts.StartAsync(
                await council.ViewerAsync(council.People.Member),
                new DraftAnswers { Kind = "enquiry", Subject = "Street light out in Mill Lane" },
                default
            )
        );
}
