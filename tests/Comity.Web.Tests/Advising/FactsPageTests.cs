using System.Net;
using System.Text;
using Comity.Service.Advising;
using Comity.Service.Matters;
using Comity.Service.WardInformation;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Advising;

/// <summary>The facts behind advice to a political group go to every member; the advice does not.</summary>
public sealed class FactsPageTests
{
    private const string Facts = "The lane measures four metres from kerb to kerb.";

    /// <summary>Words that stand in the advice and nowhere else.</summary>
    private static readonly IReadOnlyList<string> Kept =
    [
        "Velvetbarrier",
        "Quibblesign",
        "Snarkley",
        "Wobblefact",
        "Hushtopic",
        "hushfile",
    ];

    private static readonly AdviceWords Words = new()
    {
        Analysis = "Wobblefact says that the lane is four metres wide.",
        Options = "A barrier, or a Quibblesign at each end of the lane.",
        Views = "Councillor Snarkley would rather have nothing at all in the lane.",
        Recommendation = "Put up a Velvetbarrier at the end of the lane.",
        About = AdviceRules.CouncilBusiness,
        IsOwn = true,
        Files =
        [
            new IncomingFile("hushfile.txt", Encoding.ASCII.GetBytes("Velvetbarrier prices")),
            new IncomingFile("widths.txt", Encoding.ASCII.GetBytes("Four metres.\n")),
        ],
    };

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    [Norm("borough/2.4/c")]
    [Trait("Takes", "long")]
    public async Task Release_the_facts_reaches_every_member_and_no_word_of_the_advice_reaches_another_group(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind, TestPeople.TextsOf("borough"));
        var reference = await GivenToTheGroupAsync(council);
        var officer = await council.AsAsync(council.People.Officer);
        (await officer.GetAsync($"/enquiries/{reference}/advice")).Text.ShouldContain("Release the facts to all members");
        var form = await officer.GetAsync($"/enquiries/{reference}/advice/facts");
        form.Text.ShouldContain("Keep the advice and the request apart from them.");

        var sent = await officer.SubmitAsync(
            form,
            "main form",
            ("Title", "How wide a lane is"),
            ("Words", Facts),
            ("Chosen", await FileAsync(council, "widths.txt"))
        );

        sent.Status.ShouldBe(HttpStatusCode.Redirect, sent.Text);
        var news = sent.Location!.Split('/')[2];
        (await officer.GetAsync(sent.Location!)).Text.ShouldContain($"It gives the facts behind the advice in {reference}");
        (await council.ReadAsync(db => db.RecordEntries.CountAsync(entry => entry.Kind == "facts-released"))).ShouldBe(1);
        var inGroup = await council.AsAsync(council.People.Member);
        (await inGroup.GetAsync($"/news/{news}")).Text.ShouldContain(reference);
        (await inGroup.GetAsync($"/enquiries/{reference}/advice")).Text.ShouldContain("Its facts were given to every member");

        var other = await council.AsAsync(council.People.OtherGroupMember);
        var read = await other.GetAsync($"/news/{news}");
        read.Text.ShouldContain(Facts);
        read.Text.ShouldContain("widths.txt");
        (await other.GetAsync($"/enquiries/{news}/decisions")).Text.ShouldContain("2.4");
        foreach (var page in await EverythingAsync(council, other, news, reference))
        {
            page.Html.ShouldNotContain(reference);
            foreach (var word in Kept)
            {
                page.Html.ShouldNotContain(word, Case.Insensitive, page.Address.ToString());
            }
        }

        foreach (var word in Kept.Append(reference))
        {
            (await other.GetAsync($"/find?words={word}")).Text.ShouldNotContain("widths");
        }
    }

    [Fact]
    public async Task Release_words_of_the_advice_or_from_an_old_form_or_as_somebody_else_is_refused_and_nobody_is_told()
    {
        await using var council = await WiganCouncil.StartAsync(DatabaseKind.Sqlite, TestPeople.TextsOf("borough"));
        var reference = await GivenToTheGroupAsync(council);
        var address = $"/enquiries/{reference}/advice/facts";
        var officer = await council.AsAsync(council.People.Officer);
        var form = await officer.GetAsync(address);

        (await officer.SubmitAsync(form, "main form")).Errors.Count.ShouldBe(2);
        var slipped = await officer.SubmitAsync(
            form,
            "main form",
            ("Title", "A lane"),
            ("Words", "Four metres. So: put up a velvetbarrier at the end, please.")
        );
        slipped.Errors.ShouldHaveSingleItem().ShouldContain("put up a velvetbarrier at the");
        slipped.Html.ShouldContain("Four metres. So:");
        (await officer.SubmitAsync(form, "main form", ("Title", "A lane"), ("Words", Facts), ("Version", "0"))).Status.ShouldBe(
            HttpStatusCode.Conflict
        );
        foreach (var person in new[] { council.People.Member, council.People.OtherGroupMember, council.People.Manager })
        {
            (await (await council.AsAsync(person)).GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await council.ReadAsync(db => db.Matters.CountAsync(matter => matter.Kind == News.MatterKind))).ShouldBe(0);
    }

    private static async Task<string> GivenToTheGroupAsync(WiganCouncil council)
    {
        var group = await council.ReadAsync(db =>
            db.Memberships.Where(place => place.PersonId == council.People.Member).Select(place => place.BodyId).SingleAsync()
        );
        var officer = await council.ViewerAsync(council.People.Officer);
        var given = await council.DoAsync<GiveAdvice, AdviceResult>(give =>
            give.ExecuteAsync(
                new()
                {
                    Subject = "Hushtopic of the Red Group",
                    BodyId = group,
                    Words = Words,
                },
                officer,
                default
            )
        );
        return given.ShouldBeOfType<AdviceResult.Written>().Reference;
    }

    private static async Task<string> FileAsync(WiganCouncil council, string name) =>
        (
            await council.ReadAsync(db =>
                (
                    from file in db.Attachments
                    join words in db.Contents on file.NameContentId equals words.Id
                    where words.Text == name
                    select file.Id
                ).SingleAsync()
            )
        ).ToString("D");

    /// <summary>Every page there is that answers this visitor, with the news and the advice in the place of a reference.</summary>
    private static async Task<IReadOnlyList<Page>> EverythingAsync(WiganCouncil council, Visitor visitor, string news, string advice)
    {
        var files = await council.ReadAsync(db => db.Attachments.Select(file => file.Id).ToListAsync());
        var pages = new List<Page>();
        foreach (var route in (await EveryRoute.OfAsync(council.App)).Where(route => route.Method == "GET" && !route.IsPublic))
        {
            foreach (var reference in route.Parameters.Contains("reference") ? new[] { news, advice } : [news])
            {
                foreach (var file in route.Pattern.Contains("files", StringComparison.Ordinal) ? files : [Guid.Empty])
                {
                    var page = await visitor.GetAsync(
                        route.Address(name =>
                            name switch
                            {
                                "reference" => reference,
                                "id" => $"{file:D}",
                                _ => null,
                            }
                        )
                    );
                    if (page.Status == HttpStatusCode.OK)
                    {
                        pages.Add(page);
                    }
                }
            }
        }

        pages.Count.ShouldBeGreaterThan(20);
        return pages;
    }
}
