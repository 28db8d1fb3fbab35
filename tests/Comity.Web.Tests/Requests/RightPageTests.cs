using System.Net;
using Comity.Protocols.Calendars.Ledger;
using Comity.Service.Arrangements;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

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

    [Theory]
    [InlineData("wigan", true, "information-request", true)]
    [InlineData("borough", true, "information-request", true)]
    [InlineData("wigan", false, "information-request", false)]
    [InlineData("wigan", true, "enquiry", false)]
    [InlineData("town", true, "information-request", false)]
    [InlineData("west-lavington", true, "information-request", false)]
    public async Task See_the_right_of_scrutiny_where_the_law_gives_it_and_only_as_one_who_scrutinises(
        string protocol,
        bool scrutinises,
        string kind,
        bool isOffered
    )
    {
        await using var council = await WiganCouncil.StartAsync(DatabaseKind.Sqlite, TestPeople.TextsOf(protocol));
        await SitAsync(council, scrutinises ? BodyKind.ScrutinyCommittee : BodyKind.Committee);
        var member = await council.AsAsync(council.People.Member);
        var rule = await StartAsync(member, EnquiryKind.Find(kind)!);

        var right = await member.GetAsync(rule.Address.AbsolutePath.Replace("/rule", "/right"));

        right.Text.Contains(RightToAsk.Scrutiny.Label, StringComparison.Ordinal).ShouldBe(isOffered);
        var chosen = await member.SubmitAsync(right, "main form", ("Right", "scrutiny"));
        chosen.Status.ShouldBe(isOffered ? HttpStatusCode.Redirect : HttpStatusCode.BadRequest);
    }

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Choose_the_right_of_scrutiny_and_the_documents_are_due_by_the_laws_own_days(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        await SitAsync(council, BodyKind.ScrutinyCommittee);

        // The law's days are not the council's to stop: neither a closure day nor a pause of its own bears on them.
        await council.ArrangeAsync(ArrangementKeys.ClosureDays, "2026-04-09");
        await council.ArrangeAsync(ArrangementKeys.PauseForMember, "yes");
        var reference = await council.AskedAsync(request =>
            request with
            {
                Kind = EnquiryKind.Information,
                Capacity = Capacity.Council,
                Right = RightToAsk.Scrutiny,
                Facts = new Dictionary<string, string>(RightToAsk.Scrutiny.Facts)
                {
                    ["need-to-know-shown"] = "yes",
                    ["held-or-controlled-by-council"] = "yes",
                    ["relates-to-meeting-business"] = "yes",
                },
            }
        );

        var duty = await council.ReadAsync(db => db.Duties.SingleAsync(one => one.Kind == EnquiryRules.DocumentsForScrutiny));
        (duty.Source, duty.DueOn).ShouldBe(("executive-england/r.17/a", new DateOnly(2026, 4, 12)));
        var counted = await council.DoAsync<DutyClocks, CountedBy>(clocks => clocks.CountAsync(duty, duty.DueOn!.Value, default));
        counted.Closures.ShouldBeNull();
        counted.Regime.Find(AllowanceKind.Pause, CountedBy.WaitingForMember).ShouldBeNull();
        var officer = await council.AsAsync(council.People.Officer);
        var page = await officer.GetAsync($"/enquiries/{reference}");
        page.Text.ShouldContain("Documents for scrutiny due Sunday 12 April 2026");
        page.Text.ShouldContain(RightToAsk.Scrutiny.Label);
        (await officer.GetAsync("/what-i-owe")).Text.ShouldContain("Documents for scrutiny");
        await officer.SubmitAsync(await officer.GetAsync($"/enquiries/{reference}/reply"), "main form", ("Words", "Here they are."));
        (await officer.GetAsync("/what-i-owe")).Text.ShouldNotContain("Documents for scrutiny");
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

    private static Task<int> SitAsync(WiganCouncil council, BodyKind kind) =>
        council.ReadAsync(async db =>
        {
            var body = new Body
            {
                Id = Guid.CreateVersion7(),
                Kind = kind,
                Name = "Committee for places",
                From = TestPeople.Since,
            };
            db.Add(body);
            db.Add(
                new Membership
                {
                    Id = Guid.CreateVersion7(),
                    BodyId = body.Id,
                    PersonId = council.People.Member,
                    Place = Places.Member,
                    From = TestPeople.Since,
                    RecordedAt = council.App.Clock.Now,
                }
            );
            return await db.SaveChangesAsync();
        });

    private static async Task<Page> StartAsync(Visitor visitor, EnquiryKind kind) =>
        await visitor.OpenAsync((await visitor.SubmitAsync(await visitor.GetAsync("/ask"), "main form", ("Kind", kind.Key))).Location!);
}
