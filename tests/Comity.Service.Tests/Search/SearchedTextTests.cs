using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Service.Search;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Search;

/// <summary>What may be found, by whom, in which form of the word; and that what is sealed or erased is in no index.</summary>
public sealed class SearchedTextTests
{
    [Theory, EveryDatabase]
    public async Task Look_ForWordsOfAQuestion_FindsThemInAnyFormForThoseAloneWhoMayReadIt(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        await AskAsync(council, "Bridges at Mill Lane", "Were the bridges closed by order 12/00345/FUL? See https://kelder.example/a-b.");

        foreach (var words in new[] { "bridge", "BRIDGING", "closing", "\"order 12\"", "12/00345/ful", "kelder.example", "the", "mill" })
        {
            (await FoundByAsync(council, council.People.Member, words)).ShouldBe(1, words);
            (await FoundByAsync(council, council.People.Officer, words)).ShouldBe(1, words);
            (await FoundByAsync(council, council.People.OtherGroupMember, words)).ShouldBe(0, words);
            (await FoundByAsync(council, council.People.Clerk, words)).ShouldBe(0, words);
        }

        foreach (var words in new[] { "tunnel", "\"12 order\"", "bri" })
        {
            (await FoundByAsync(council, council.People.Member, words)).ShouldBe(0, words);
        }
    }

    [Theory, EveryDatabase]
    public async Task Look_ForWordsOfANote_FindsThemForOfficersAndNotForTheMember(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();
        var officer = await council.ViewerAsync(council.People.Officer);
        (
            await council.DoAsync<AddNote, ActResult>(act => act.ExecuteAsync(new(at, "Ask the contractor first."), officer, default))
        ).ShouldBeOfType<ActResult.Done>();

        (await FoundByAsync(council, council.People.Officer, "contractor")).ShouldBe(1);
        (await FoundByAsync(council, council.People.Member, "contractor")).ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task Look_AfterTheGrantHasEnded_FindsNothing(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        await AskAsync(council, "Bridges", "Were the bridges closed?");
        await council.ReadAsync(db =>
            db.Grants.Where(grant => grant.Part == Parts.Content)
                .ExecuteUpdateAsync(set => set.SetProperty(grant => grant.Until, council.Clock.Now))
        );

        (await FoundByAsync(council, council.People.Member, "closed")).ShouldBe(0);
        (await FoundByAsync(council, council.People.Member, "bridges")).ShouldBe(1, "the subject is of the part that is still granted");
    }

    [Theory, EveryDatabase]
    public async Task Ask_ASealedMatterOrOneWithAResident_PutsNoSealedWordIntoTheIndex(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        await council.AskedAsync(request => request with { Sealed = true });
        await council.AskedAsync(request =>
            request with
            {
                Constituent = new("Wilhelmina Testcase", null, "1 Nowhere Row", true, "She asked."),
            }
        );

        var texts = await council.ReadAsync(db =>
            db.SearchTexts.Join(
                    db.Matters,
                    text => text.MatterId,
                    matter => matter.Id,
                    (text, matter) =>
                        new
                        {
                            text.Part,
                            matter.Class,
                            text.Words,
                        }
                )
                .ToListAsync()
        );

        texts.ShouldNotBeEmpty();
        texts.ShouldAllBe(text => text.Class == ContentClass.Indexed && text.Part != Parts.Constituent);
        texts.ShouldAllBe(text => !text.Words.Contains("Wilhelmina") && !text.Words.Contains("Nowhere"));
    }

    [Theory, EveryDatabase]
    public async Task Erase_AMessage_TakesItsWordsOutOfTheIndexWithIt(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        await AskAsync(council, "Bridges", "Were the bridges closed?");
        var message = await council.ReadAsync(db => db.Messages.SingleAsync());

        await council.ReadAsync(db =>
            db.Contents.Where(item => item.Id == message.ContentId)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(item => item.Text, (string?)null).SetProperty(item => item.ErasedAt, council.Clock.Now)
                )
        );

        (await council.ReadAsync(db => db.SearchTexts.CountAsync(text => text.ContentId == message.ContentId))).ShouldBe(0);
        (await council.ReadAsync(db => db.TextsWith(SearchTerm.Read("closed")[0]).CountAsync())).ShouldBe(0);
        (await council.ReadAsync(db => db.TextsWith(SearchTerm.Read("bridges")[0]).CountAsync())).ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Ask_ATextLongerThanIsIndexed_IsFoundByItsBeginning(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();
        var officer = await council.ViewerAsync(council.People.Officer);
        var words = "zebra " + string.Concat(Enumerable.Range(0, 60_000).Select(i => $"w{i} "));
        (
            await council.DoAsync<AddNote, ActResult>(act => act.ExecuteAsync(new(at, words), officer, default))
        ).ShouldBeOfType<ActResult.Done>();

        (await FoundByAsync(council, council.People.Officer, "zebra")).ShouldBe(1);
        (await FoundByAsync(council, council.People.Officer, "w59999")).ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task Read_FilesThatCameIn_LetsThemBeFoundByTheirWordsUntilTheyAreErased(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var minutes = new IncomingFile("minutes.docx", FileTextTests.Packed(("word/document.xml", "<a><p>Culvert survey</p></a>")));
        var broken = new IncomingFile("broken.docx", [0x50, 0x4B, 3, 4]);
        await council.AskedAsync(request => request with { Files = [minutes, broken] });
        await council.AskedAsync(request => request with { Files = [minutes], Sealed = true });
        (await FoundByAsync(council, council.People.Member, "culverts")).ShouldBe(0);

        var read = await council.DoAsync<ReadFiles, int>(job => job.ExecuteAsync(default));

        read.ShouldBe(2);
        (await council.DoAsync<ReadFiles, int>(job => job.ExecuteAsync(default))).ShouldBe(0);
        (await FoundByAsync(council, council.People.Member, "culverts")).ShouldBe(1);
        (await FoundByAsync(council, council.People.Member, "minutes")).ShouldBe(1);
        (await FoundByAsync(council, council.People.OtherGroupMember, "culverts")).ShouldBe(0);

        await council.ReadAsync(db =>
            db.Contents.Where(item => item.Bytes != null)
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.ErasedAt, council.Clock.Now))
        );

        (await FoundByAsync(council, council.People.Member, "culverts")).ShouldBe(0);
    }

    private static Task AskAsync(TestCouncil council, string subject, string question) =>
        council.AskedAsync(request => request with { Subject = subject, Question = question });

    private static async Task<int> FoundByAsync(TestCouncil council, Guid person, string words)
    {
        var viewer = await council.ViewerAsync(person);
        return await council.ReadAsync(db =>
        {
            var texts = db.TextsWith(SearchTerm.Read(words).ShouldHaveSingleItem());
            return db
                .SearchTexts.SearchedBy(db, viewer, council.Clock.Now)
                .Where(text => texts.Contains(text.Id))
                .Select(text => text.MatterId)
                .Distinct()
                .CountAsync();
        });
    }
}
