using System.Net;
using Comity.Service.Requests;
using Comity.Web.Pages.Ask;

namespace Comity.Web.Tests.Requests;

/// <summary>Whoever does not know what the council calls it is led to it by a question or two.</summary>
public sealed class WhichKindTests
{
    [Fact]
    public async Task Answer_every_question_leads_to_every_kind_and_nothing_else()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var led = new List<string>();
        foreach (var (want, _) in WhichModel.Wants)
        {
            foreach (var whose in want == WhichModel.Done ? WhichModel.Whom.Select(whom => whom.Value) : [""])
            {
                var page = await member.GetAsync($"/ask/which?Want={want}&Whose={whose}&Asked=Want");

                var path = page.Document.QuerySelector("main a.govuk-button").ShouldNotBeNull().GetAttribute("href")!;
                var next = await member.GetAsync(path);
                next.Status.ShouldBe(HttpStatusCode.OK, path);
                led.AddRange(next.Document.QuerySelectorAll("input[name=Kind][checked]").Select(chosen => chosen.GetAttribute("value")!));
            }
        }

        // A question about the protocol is asked from "May I …?", where it has the situation with it.
        led.Order().ShouldBe(EnquiryKind.All.Except([EnquiryKind.ProtocolQuestion]).Select(kind => kind.Key).Order());
    }

    [Fact]
    public async Task Answer_nothing_says_beside_each_question_what_is_missing()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var first = await member.GetAsync("/ask/which");

        (await member.SubmitAsync(first, "main form", ("Asked", "Want"))).ShouldHaveErrors("Choose what would settle it");
        var second = await member.SubmitAsync(first, "main form", ("Asked", "Want"), ("Want", WhichModel.Done));
        second.Status.ShouldBe(HttpStatusCode.OK);
        second.Heading.ShouldBe("Whose is it?");
        (await member.SubmitAsync(second, "main form", ("Asked", "Whose"))).ShouldHaveErrors("Choose whose it is");
        (await member.SubmitAsync(second, "main form", ("Asked", "Whose"), ("Whose", "own"))).Heading.ShouldContain(EnquiryKind.Task.Label);
    }
}
