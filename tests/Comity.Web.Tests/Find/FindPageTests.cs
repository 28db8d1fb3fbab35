using System.Net;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Find;

public sealed class FindPageTests
{
    [Theory, EveryDatabase]
    public async Task Find_ByWordsReferenceOrWhatIsKnown_ShowsItToThoseWhoMaySeeIt(DatabaseKind kind)
    {
        await using var scene = await EnquiryScene.StartAsync(kind);
        var housing = scene.Housing.ToString();
        foreach (
            var address in new[]
            {
                "/find",
                "/find?words=survey+damp",
                "/find?words=%22tanner+row%22",
                $"/find?words={scene.Reference}",
                $"/find?words={scene.Reference.ToLowerInvariant()}",
                "/find?kinds=enquiry&states=Open",
                $"/find?service={housing}",
                $"/find?owner={scene.Officer}&asker={scene.Member}",
                "/find?from=2026-01-01&until=2027-01-01",
            }
        )
        {
            foreach (var person in new[] { scene.Member, scene.Officer })
            {
                var page = await (await scene.AsAsync(person)).GetAsync(address);
                page.Status.ShouldBe(HttpStatusCode.OK, address);
                page.Heading2().ShouldBe("1 found", address);
                page.Document.QuerySelector("tbody a")!.GetAttribute("href").ShouldBe($"/enquiries/{scene.Reference}");
            }

            foreach (var person in new[] { scene.OtherMember, scene.OtherOfficer, scene.Clerk })
            {
                var page = await (await scene.AsAsync(person)).GetAsync(address);
                page.Heading2().ShouldBe("Nothing found", address);
                page.Document.QuerySelectorAll("tbody").ShouldBeEmpty();
            }
        }
    }

    [Theory, EveryDatabase]
    public async Task Find_ByWordsOfTheQuestion_ShowsWhereTheyStand(DatabaseKind kind)
    {
        await using var scene = await EnquiryScene.StartAsync(kind);

        var page = await (await scene.AsAsync(scene.Member)).GetAsync("/find?words=surveying");

        page.Document.QuerySelector(".comity-around mark")!.TextContent.ShouldBe("surveyed");
        page.Document.QuerySelector(".comity-around")!.TextContent.ShouldContain("flats at Tanner Row be surveyed for damp");
    }

    [Theory]
    [InlineData("/find?words=tunnel")]
    [InlineData("/find?words=damp&states=Closed")]
    [InlineData("/find?kinds=service-request")]
    [InlineData("/find?until=2020-01-01")]
    [InlineData("/find?overdue=true")]
    public async Task Find_WhatIsNotThere_SaysSo(string address)
    {
        await using var scene = await EnquiryScene.StartAsync();

        var page = await (await scene.AsAsync(scene.Member)).GetAsync(address);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Heading2().ShouldBe("Nothing found");
    }

    [Theory]
    [InlineData("/find?from.day=31&from.month=2&from.year=2026", "From", "must be a real date")]
    [InlineData("/find?from=2026-05-02&until=2026-05-01", "Until", "The last day must be the same as or after the first")]
    [InlineData("/find?states=Lost", "States", "Choose states from the list")]
    [InlineData("/find?service=nowhere", "Service", "")]
    public async Task Find_ByWhatMakesNoSense_SaysSoBesideTheFieldAndKeepsTheWords(string address, string field, string message)
    {
        await using var scene = await EnquiryScene.StartAsync();

        var page = await (await scene.AsAsync(scene.Member)).GetAsync(address + "&words=damp");

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.ErrorOf(field).ShouldNotBeNull().ShouldContain(message);
        page.Document.QuerySelector("#Words")!.GetAttribute("value").ShouldBe("damp");
        page.Document.QuerySelectorAll("tbody").ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Find_SignsThatADatabaseKnows_LooksForTheWordsAlone(DatabaseKind kind)
    {
        await using var scene = await EnquiryScene.StartAsync(kind);
        var member = await scene.AsAsync(scene.Member);
        foreach (
            var words in new[]
            {
                "\"",
                "a\" OR *",
                "NEAR(a b) AND -c : {d} ^e +f",
                "'; DROP TABLE matters; --",
                "!&|<->:*()",
                "\u0002\ud800x",
            }
        )
        {
            (await member.GetAsync("/find?words=" + Uri.EscapeDataString(words))).Status.ShouldBe(HttpStatusCode.OK, words);
        }

        (await member.GetAsync("/find?words=" + new string('x', 201))).ErrorOf("Words").ShouldNotBeNull();
    }

    [Theory, EveryDatabase]
    public async Task Find_ASealedMatter_FindsItByReferenceAndByNoWord(DatabaseKind kind)
    {
        await using var scene = await EnquiryScene.StartAsync(kind, isSealed: true);
        var member = await scene.AsAsync(scene.Member);

        (await member.GetAsync("/find?words=damp")).Heading2().ShouldBe("Nothing found");
        var page = await member.GetAsync($"/find?words={scene.Reference}");

        page.Heading2().ShouldBe("1 found");
        page.Document.QuerySelector("tbody a")!.TextContent.ShouldBe("Sealed");
        page.Text.ShouldNotContain("damp", Case.Insensitive);
        (await (await scene.AsAsync(scene.OtherMember)).GetAsync($"/find?words={scene.Reference}")).Heading2().ShouldBe("Nothing found");
    }

    [Theory, EveryDatabase]
    public async Task Download_WhatWasFound_HoldsTheSameMattersAndNoFormula(DatabaseKind kind)
    {
        await using var scene = await EnquiryScene.StartAsync(kind);
        await using (var db = scene.App.OpenDatabase())
        {
            await db.Matters.ExecuteUpdateAsync(set => set.SetProperty(matter => matter.Subject, "=1+1"));
        }

        var member = await scene.AsAsync(scene.Member);
        var found = await member.GetAsync("/find?kinds=enquiry");
        var address = found.Document.QuerySelector("a[download]")!.GetAttribute("href")!;

        using var answer = await member.Client.GetAsync(new Uri(address, UriKind.Relative));

        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        lines[1].ShouldStartWith(scene.Reference);
        lines[1].ShouldContain("'=1+1");
        using var none = await (await scene.AsAsync(scene.OtherMember)).Client.GetAsync(new Uri(address, UriKind.Relative));
        (await none.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
    }
}

internal static class FoundPages
{
    public static string Heading2(this Page page) => page.Document.QuerySelector("main h2")!.TextContent.Trim();
}
