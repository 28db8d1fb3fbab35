using System.Net;
using Comity.Service.People;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Requests;

/// <summary>An officer leaves: what lies with the office goes to another, all of it in one write, and it is said of each.</summary>
public sealed class PassOnSeveralTests
{
    [Theory, EveryDatabase]
    public async Task Pass_on_what_lies_with_an_office_moves_each_and_says_of_each_what_became_of_it(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var (first, second) = (await council.AskedAsync(), await council.AskedAsync(request => request with { Subject = "Second" }));
        var sealedOne = await council.AskedAsync(request => request with { Sealed = true, Subject = "Quillfeath" });
        var officer = await council.AsAsync(council.People.Officer);
        var form = await officer.GetAsync(Path(council));
        form.Text.ShouldNotContain("Quillfeath");
        var due = await council.ReadAsync(db => db.Duties.Select(duty => duty.DueOn).Distinct().SingleAsync());

        // Somebody else writes in the second one meanwhile.
        var member = await council.AsAsync(council.People.Member);
        await member.SubmitAsync(await member.GetAsync($"/enquiries/{second}/follow-up"), "main form", ("Words", "And the other lamp?"));
        var page = await SendAsync(officer, form, council.People.HousingOffice);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("2 of 3 passed on.");
        page.Text.ShouldContain($"{first}: passed on");
        page.Text.ShouldContain($"{sealedOne}: passed on");
        page.Text.ShouldContain($"{second} stays: It has changed since you opened the list.");
        (await officer.GetAsync($"/enquiries/{first}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var housing = await council.AsAsync(council.People.HousingOfficer);
        foreach (var reference in new[] { first, sealedOne })
        {
            (await housing.GetAsync($"/enquiries/{reference}")).Text.ShouldContain("Glen leaves.");
        }

        (await council.ReadAsync(db => db.Duties.Select(duty => duty.DueOn).Distinct().SingleAsync())).ShouldBe(due);
        (await council.ReadAsync(db => db.RecordEntries.CountAsync(entry => entry.Kind == "enquiry-reassigned"))).ShouldBe(2);
    }

    [Theory, EveryDatabase]
    public async Task Pass_on_from_an_office_that_is_vacant_is_for_the_clerk_who_sees_that_it_is_there_and_no_word_of_it(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var reference = await council.AskedAsync();
        var sealedOne = await council.AskedAsync(request => request with { Sealed = true });
        await council.MakeDirectorChiefOfficerAsync();
        var clerk = await council.AsAsync(council.People.Clerk);
        (await clerk.GetAsync(Path(council))).Text.ShouldNotContain(reference, customMessage: "Somebody acts in the office.");
        await LeaveAsync(council);

        var form = await clerk.GetAsync(Path(council));

        form.Text.ShouldContain(reference);
        form.Text.ShouldNotContain("Street light");
        form.Text.ShouldNotContain(sealedOne);
        foreach (
            var (person, seen) in new[]
            {
                (council.People.Director, true),
                (council.People.HousingOfficer, false),
                (council.People.MonitoringOfficer, true),
            }
        )
        {
            (await (await council.AsAsync(person)).GetAsync(Path(council)))
                .Text.Contains(reference, StringComparison.Ordinal)
                .ShouldBe(seen);
        }

        (await (await council.AsAsync(council.People.Member)).GetAsync(Path(council))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await SendAsync(clerk, form, council.People.HousingOffice)).Text.ShouldContain("1 of 1 passed on.");
        (await clerk.GetAsync($"/enquiries/{reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await council.AsAsync(council.People.HousingOfficer)).GetAsync($"/enquiries/{reference}")).Status.ShouldBe(
            HttpStatusCode.OK
        );
    }

    [Theory, EveryDatabase]
    public async Task Pass_on_to_somebody_close_to_the_member_is_refused_in_the_words_of_a_vacant_office(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var reference = await council.AskedAsync();
        var viewer = await council.ViewerAsync(council.People.Member);
        (
            await council.DoAsync<DeclareRelationship, RegisterChange>(declare =>
                declare.ExecuteAsync(
                    viewer,
                    new(
                        council.People.Member,
                        council.People.HousingOfficer,
                        Tie.Family,
                        "We are cousins.",
                        null,
                        council.App.Clock.Today()
                    ),
                    default
                )
            )
        ).ShouldBeOfType<RegisterChange.Done>();
        var officer = await council.AsAsync(council.People.Officer);

        var page = await SendAsync(officer, await officer.GetAsync(Path(council)), council.People.HousingOffice);

        page.Text.ShouldContain($"{reference} stays: Nobody in that office can answer it.");
        (await council.MatterVersionAsync(reference)).ShouldBe(1);
    }

    [Fact]
    public async Task Pass_on_nothing_to_nobody_for_no_reason_is_asked_for_and_a_forged_reference_is_not_there()
    {
        await using var council = await WiganCouncil.StartAsync();
        await council.AskedAsync();
        var elsewhere = await council.AskedAsync(request => request with { ServiceAreaId = council.People.Housing });
        var officer = await council.AsAsync(council.People.Officer);
        var form = await officer.GetAsync(Path(council));

        (await officer.SubmitAsync(form, "main form")).ShouldHaveErrors(
            "Choose what is to be passed on",
            "Choose who will answer",
            "Enter why it is passed on"
        );
        var forged = await officer.SubmitAsync(
            form,
            "main form",
            ("Chosen", $"{elsewhere} 1"),
            ("ToOfficeId", $"{council.People.HousingOffice:D}"),
            ("Reason", "Mine")
        );
        forged.Text.ShouldContain($"{elsewhere} stays: It does not lie there any longer.");
        (await council.ReadAsync(db => db.RecordEntries.CountAsync(entry => entry.Kind == "enquiry-reassigned"))).ShouldBe(0);
    }

    private static string Path(WiganCouncil council) => $"/people/posts/{council.People.OfficerOffice:D}/pass-on";

    private static Task<Page> SendAsync(Visitor visitor, Page form, Guid to) =>
        visitor.SubmitAsync(
            form,
            "main form",
            [
                .. form.Document.QuerySelectorAll("input[name=Chosen]").Select(box => ("Chosen", box.GetAttribute("value"))),
                ("ToOfficeId", $"{to:D}"),
                ("Reason", "Glen leaves."),
            ]
        );

    private static Task<int> LeaveAsync(WiganCouncil council) =>
        council.ReadAsync(db =>
            db.Holdings.Where(fact => fact.OfficeId == council.People.OfficerOffice)
                .ExecuteUpdateAsync(set => set.SetProperty(fact => fact.Until, new DateOnly(2026, 4, 1)))
        );
}
