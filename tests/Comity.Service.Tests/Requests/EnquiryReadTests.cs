using System.Text;
using System.Text.Json;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Requests;

/// <summary>An enquiry is read in one trip and row by row: what comes of that is what the model reads, and of what is walled nothing comes.</summary>
public sealed class EnquiryReadTests
{
    private static readonly byte[] Minutes = Encoding.UTF8.GetBytes("Minutes of the site meeting.");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Find_an_enquiry_gives_what_the_model_reads(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync(ask =>
            ask with
            {
                Constituent = new ConstituentDetails("Rae Resident", null, "1 Mill Lane", true, "Explicit request"),
                Files = [new IncomingFile("minutes.txt", Minutes)],
            }
        );
        council.Clock.Set(council.Clock.Now.AddMinutes(1));
        await council.ActAsync<AddNote>(
            council.People.Officer,
            (act, viewer) => act.ExecuteAsync(new AddNoteRequest(at, "The contractor is late."), viewer, Cancel)
        );
        council.Clock.Set(council.Clock.Now.AddMinutes(1));
        var later = at with { Version = await VersionAsync(council, at) };
        await council.ActAsync<ReplyToEnquiry>(
            council.People.Officer,
            (act, viewer) => act.ExecuteAsync(new ReplyToEnquiryRequest(later, "On Tuesday.", []), viewer, Cancel)
        );

        var standing = (await FindAsync(council, at, council.People.Officer)).ShouldNotBeNull();

        await using var db = council.Database.Open();
        var id = standing.Matter.Id;
        Json(standing.Matter).ShouldBe(Json(await db.Matters.AsNoTracking().SingleAsync(row => row.Id == id, Cancel)));
        Json(standing.Grants)
            .ShouldBe(Json(await db.Grants.AsNoTracking().Where(row => row.MatterId == id).OrderBy(row => row.From).ToListAsync(Cancel)));
        Json(standing.Parties)
            .ShouldBe(
                Json(await db.MatterParties.AsNoTracking().Where(row => row.MatterId == id).OrderBy(row => row.Since).ToListAsync(Cancel))
            );
        Json(standing.Duties)
            .ShouldBe(Json(await db.Duties.AsNoTracking().Include(row => row.Ledger).Where(row => row.MatterId == id).ToListAsync(Cancel)));
        Json(standing.Said.Select(said => said.Id))
            .ShouldBe(
                Json(
                    await db
                        .Messages.Where(row => row.MatterId == id && row.Part != Parts.Constituent)
                        .OrderBy(row => row.SentAt)
                        .ThenBy(row => row.Id)
                        .Select(row => row.Id)
                        .ToListAsync(Cancel)
                )
            );
        standing
            .Said.Select(said => said.Words.Text)
            .ShouldBe(["When will the light outside the school be mended?", "The contractor is late.", "On Tuesday."]);
        standing.Said[0].Files.ShouldHaveSingleItem().Name.Text.ShouldBe("minutes.txt");
        standing.HasConstituent.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    public async Task Find_an_enquiry_gives_no_words_of_a_part_that_is_not_granted(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();
        await council.ActAsync<AddNote>(
            council.People.Officer,
            (act, viewer) => act.ExecuteAsync(new AddNoteRequest(at, "The contractor is late."), viewer, Cancel)
        );

        (await FindAsync(council, at, council.People.Officer)).ShouldNotBeNull().Said.Count.ShouldBe(2);
        (await FindAsync(council, at, council.People.Member))
            .ShouldNotBeNull()
            .Said.ShouldHaveSingleItem()
            .Words.Text.ShouldBe("When will the light outside the school be mended?");
        (await FindAsync(council, at, council.People.OtherGroupMember)).ShouldBeNull();
        (await FindAsync(council, at with { Reference = "0000-0000-00" }, council.People.Officer)).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task Find_a_sealed_enquiry_gives_no_words_until_they_are_opened(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync(ask => ask with { Sealed = true });

        var said = (await FindAsync(council, at, council.People.Member)).ShouldNotBeNull().Said.ShouldHaveSingleItem();

        said.Words.IsSealed.ShouldBeTrue();
        said.Words.Text.ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task Find_an_enquiry_whose_words_were_erased_gives_none(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();
        var now = council.Clock.Now;
        await council.ReadAsync(db =>
            db.Contents.ExecuteUpdateAsync(set => set.SetProperty(row => row.ErasedAt, now).SetProperty(row => row.Text, "left"), Cancel)
        );

        var said = (await FindAsync(council, at, council.People.Member)).ShouldNotBeNull().Said.ShouldHaveSingleItem();

        said.Words.IsSealed.ShouldBeFalse();
        said.Words.Text.ShouldBeNull();
    }

    private static Task<int> VersionAsync(TestCouncil council, MatterAt at) =>
        council.ReadAsync(db => db.Matters.Where(row => row.Reference == at.Reference).Select(row => row.Version).SingleAsync(Cancel));

    private static async Task<Standing?> FindAsync(TestCouncil council, MatterAt at, Guid person)
    {
        var viewer = await council.ViewerAsync(person);
        return await council.DoAsync<Comity.Service.Requests.Enquiries, Standing?>(enquiries =>
            enquiries.FindAsync(at.Reference, viewer, Cancel)
        );
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);
}
