using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Matters;

public sealed class DraftsTests
{
    private static readonly DraftAnswers Answers = new()
    {
        Kind = "enquiry",
        Subject = "Pellucid",
        ConstituentName = "Mavis Resident",
    };

    [Theory, EveryDatabase]
    public async Task Find_AnothersDraft_FindsNone(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var id = await StartAsync(council);

        (await FindAsync(council, id, council.People.Member))!.ConstituentName.ShouldBe("Mavis Resident");
        foreach (var other in new[] { council.People.SameWardMember, council.People.Officer, council.People.Clerk })
        {
            (await FindAsync(council, id, other)).ShouldBeNull();
            var viewer = await council.ViewerAsync(other);
            await Should.ThrowAsync<InvalidOperationException>(() =>
                council.DoAsync<Drafts, bool>(async drafts =>
                {
                    await drafts.ChangeAsync(id, viewer, Answers with { Subject = "Mine" }, default);
                    return true;
                })
            );
            await ThrowAwayAsync(council, id, other);
        }

        (await FindAsync(council, id, council.People.Member))!.Subject.ShouldBe("Pellucid");
    }

    [Theory, EveryDatabase]
    public async Task Keep_ADraft_SealsItAndNamesItsWriterToNobody(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);

        await StartAsync(council);

        var content = await council.ReadAsync(db => db.Contents.SingleAsync(row => row.Part == "draft"));
        content.Text.ShouldBeNull();
        (await council.ReadAsync(db => db.Drafts.SingleAsync())).OwnerToken.ShouldStartWith("s:");
    }

    [Theory, EveryDatabase]
    public async Task ThrowAway_ADraftWithChangesAndFiles_LeavesNothing(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var (contents, keys) = await LeftAsync(council);
        var id = await StartAsync(council);
        var member = await council.ViewerAsync(council.People.Member);
        var file = await council.DoAsync<Drafts, DraftFile>(drafts =>
            drafts.AddFileAsync(id, new IncomingFile("notes.txt", "words"u8.ToArray()), default)
        );
        await council.DoAsync<Drafts, bool>(async drafts =>
        {
            await drafts.ChangeAsync(id, member, Answers with { Files = [file] }, default);
            return true;
        });

        await ThrowAwayAsync(council, id, council.People.Member);

        (await LeftAsync(council)).ShouldBe((contents, keys));
        (await council.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(0);
    }

    private static Task<(int, int)> LeftAsync(TestCouncil council) =>
        council.ReadAsync(async db => (await db.Contents.CountAsync(), await db.MatterKeys.CountAsync()));

    private static async Task<Guid> StartAsync(TestCouncil council)
    {
        var member = await council.ViewerAsync(council.People.Member);
        return await council.DoAsync<Drafts, Guid>(drafts => drafts.StartAsync(member, Answers, default));
    }

    private static async Task<DraftAnswers?> FindAsync(TestCouncil council, Guid id, Guid person)
    {
        var viewer = await council.ViewerAsync(person);
        return await council.DoAsync<Drafts, DraftAnswers?>(drafts => drafts.FindAsync(id, viewer, default));
    }

    private static async Task ThrowAwayAsync(TestCouncil council, Guid id, Guid person)
    {
        var viewer = await council.ViewerAsync(person);
        await council.DoAsync<Drafts, bool>(async drafts =>
        {
            await drafts.ThrowAwayAsync(id, viewer, default);
            return true;
        });
    }
}
