using System.Net;
using Comity.Service.Matters;
using Comity.Testing;

namespace Comity.Web.Tests.Concerns;

/// <summary>The page on which whoever hears a concern links others to it.</summary>
public sealed class LinkedConcernPageTests
{
    [Theory, EveryDatabase]
    public async Task Link_a_concern_that_has_a_person_in_common_shows_it_on_both_to_whoever_hears_them(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var (one, other) = (
            await council.RaiseConcernAsync(council.People.Member, council.People.Officer),
            await council.RaiseConcernAsync(council.People.SameWardMember, council.People.Officer)
        );
        var hearer = await council.AsAsync(council.People.Manager);
        var page = await hearer.GetAsync($"/concerns/{one}/links");
        page.Text.ShouldContain("None is linked to it that you may see.");
        (await hearer.SubmitAsync(page, "main form")).ShouldHaveErrors(
            "Choose a concern, or give the reference of another",
            "Enter what the two have to do with each other"
        );
        (
            await hearer.SubmitAsync(page, "main form", ("Chosen", "other"), ("Other", "?"), ("Words", "Both about one day."))
        ).ShouldHaveErrors("Enter the reference of the other concern, for example WXQ4-7F2M-K9");

        (await hearer.SubmitAsync(page, "main form", ("Chosen", other), ("Words", "Both about one day."))).Location.ShouldBe(
            $"/concerns/{one}"
        );

        foreach (var (here, there) in new[] { (one, other), (other, one) })
        {
            var linked = await hearer.GetAsync($"/concerns/{here}/links");
            linked.Text.ShouldContain("Both about one day.");
            linked.Html.ShouldContain($"href=\"/concerns/{there}\"");
        }

        // The form as it was before: somebody else has changed it since.
        (await hearer.SubmitAsync(page, "main form", ("Chosen", "other"), ("Other", other), ("Words", "Again."))).Status.ShouldBe(
            HttpStatusCode.Conflict
        );
        foreach (var person in new[] { council.People.Member, council.People.Officer, council.People.SameWardMember })
        {
            (await (await council.AsAsync(person)).GetAsync($"/concerns/{one}/links")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Link_a_concern_by_a_reference_is_answered_alike_whether_there_is_one_or_not()
    {
        await using var council = await WiganCouncil.StartAsync(DatabaseKind.Sqlite);
        var here = await council.RaiseConcernAsync(council.People.Member, council.People.Officer);
        var walled = await council.RaiseConcernAsync(council.People.SameWardMember, council.People.Manager);
        var hearer = await council.AsAsync(council.People.Manager);
        var said = new List<string>();
        foreach (var reference in new[] { walled, PublicReference.New().Value })
        {
            var page = await hearer.GetAsync($"/concerns/{here}/links");
            page.Html.ShouldNotContain(walled);
            var done = await hearer.SubmitAsync(page, "main form", ("Other", reference), ("Words", "Both about one day."));
            said.Add((await hearer.GetAsync(done.Location!)).Document.QuerySelector("main .govuk-notification-banner")!.TextContent);
        }

        said[0].ShouldBe(said[1]);
    }

    [Fact]
    public async Task Have_somebody_else_hear_it_is_refused_while_there_is_time()
    {
        await using var council = await WiganCouncil.StartAsync(DatabaseKind.Sqlite);
        var here = $"/concerns/{await council.RaiseConcernAsync(council.People.Member, council.People.Officer)}";
        var member = await council.AsAsync(council.People.Member);

        (await member.GetAsync(here)).Html.ShouldNotContain("another-hearer");
        (await member.SubmitAsync(await member.GetAsync(here + "/another-hearer"), "main form")).ShouldHaveErrors(
            "Neither the protocol nor the council names a day by which it is taken up. You can take it on to the next step. (Comity’s own safeguard, not the protocol)"
        );
        (await (await council.AsAsync(council.People.Manager)).GetAsync(here + "/another-hearer")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, EveryDatabase]
    public async Task Find_a_concern_by_a_name_is_for_those_who_may_know_the_name(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var reference = await council.RaiseConcernAsync(council.People.Member, council.People.Officer);

        foreach (var wanted in new[] { "alex mem", "Glen Officer", reference, reference.ToLowerInvariant() })
        {
            foreach (
                var (person, isThere) in new[]
                {
                    (council.People.Member, true),
                    (council.People.Manager, true),
                    (council.People.Officer, false),
                    (council.People.MonitoringOfficer, false),
                }
            )
            {
                var visitor = await council.AsAsync(person);
                var list = await visitor.GetAsync("/concerns");
                var page = isThere ? await visitor.SubmitAsync(list, "main form[action*=Find]", ("Find", wanted)) : list;
                page.Html.Contains($"href=\"/concerns/{reference}\"", StringComparison.Ordinal).ShouldBe(isThere, $"{wanted}: {page.Text}");
            }
        }

        // Told without the name, the person whom it is about does not find it by the name.
        var hearer = await council.AsAsync(council.People.Manager);
        await hearer.SubmitAsync(await hearer.GetAsync($"/concerns/{reference}/take-up"), "main form", ("Words", "I have it."));
        await hearer.SubmitAsync(await hearer.GetAsync($"/concerns/{reference}/tell"), "main form", ("Words", "You shouted."));
        var subject = await council.AsAsync(council.People.Officer);
        var told = await subject.GetAsync("/concerns");
        told.Html.ShouldContain(reference);
        (await subject.SubmitAsync(told, "main form[action*=Find]", ("Find", "Alex"))).Text.ShouldContain("Nothing that you may see fits.");
    }
}
