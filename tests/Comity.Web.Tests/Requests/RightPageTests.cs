using System.Net;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Testing;

namespace Comity.Web.Tests.Requests;

/// <summary>The page on which a member sees by which right something may be had.</summary>
public sealed class RightPageTests
{
    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    [Norm("wigan/6.7/a")]
    public async Task Choose_what_anybody_could_have_asks_no_need_to_know_and_stays_with_the_matter(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var member = await council.AsAsync(council.People.Member);
        var rule = await StartAsync(member, EnquiryKind.Enquiry);
        rule.Text.ShouldContain("by which right you ask");
        var right = await member.GetAsync(rule.Address.AbsolutePath.Replace("/rule", "/right"));

        right.Document.QuerySelectorAll("[name=Right]")[0].GetAttribute("value").ShouldBe(RightToAsk.Anybody.Key);
        right.Text.ShouldContain("No need to know is asked, and you need not say why.");
        (await member.SubmitAsync(right, "main form")).ShouldHaveErrors("Choose what it is about");
        (await member.SubmitAsync(right, "main form", ("Right", "whim"))).ShouldHaveErrors("Choose what it is about");
        var next = await member.OpenAsync((await member.SubmitAsync(right, "main form", ("Right", "anybody"))).Location!);

        next.Text.ShouldContain("Clause 6.7");
        var details = await member.OpenAsync((await member.SubmitAsync(next, "main form")).Location!);
        var resident = await member.SubmitAsync(
            details,
            "main form",
            ("Subject", "Lamps"),
            ("Question", "How many are out?"),
            ("ServiceAreaId", council.People.Highways.ToString("D")),
            ("Capacity", nameof(Capacity.Council))
        );
        var check = await member.OpenAsync(
            (await member.SubmitAsync(await member.GetAsync(resident.Location!), "main form", ("For", "no"))).Location!
        );
        check.Text.ShouldContain(RightToAsk.Anybody.Label);
        var sent = await member.OpenAsync((await member.SubmitAsync(check, "main form")).Location!);
        sent.Text.ShouldContain("By which right");
        sent.Text.ShouldContain("6.7");
    }

    [Theory]
    [InlineData("wigan", true)]
    [InlineData("borough", true)]
    [InlineData("town", false)]
    [InlineData("west-lavington", false)]
    public async Task See_a_document_for_a_meeting_by_the_statute_where_it_applies_to_this_council(string protocol, bool applies)
    {
        await using var council = await WiganCouncil.StartAsync(DatabaseKind.Sqlite, TestPeople.TextsOf(protocol));
        var member = await council.AsAsync(council.People.Member);
        var rule = await StartAsync(member, EnquiryKind.Information);

        var right = await member.GetAsync(rule.Address.AbsolutePath.Replace("/rule", "/right"));

        right.Status.ShouldBe(HttpStatusCode.OK);
        right.Text.Contains("This right comes on top of any other.", StringComparison.Ordinal).ShouldBe(applies);
        right.Text.Contains(RightToAsk.ExecutiveMeeting.Label, StringComparison.Ordinal).ShouldBe(applies);
        right.Text.ShouldContain(RightToAsk.Role.Label);
    }

    [Fact]
    public async Task Open_the_page_for_what_is_no_information_leads_back_to_the_rule()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var rule = await StartAsync(member, EnquiryKind.Task);

        var right = await member.GetAsync(rule.Address.AbsolutePath.Replace("/rule", "/right"));

        right.Location.ShouldBe(rule.Address.AbsolutePath);
    }

    private static async Task<Page> StartAsync(Visitor visitor, EnquiryKind kind) =>
        await visitor.OpenAsync((await visitor.SubmitAsync(await visitor.GetAsync("/ask"), "main form", ("Kind", kind.Key))).Location!);
}
