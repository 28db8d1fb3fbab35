using System.Net;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Requests;

/// <summary>Matters that have to do with each other.</summary>
public sealed class LinkedMatterTests
{
    [Theory, EveryDatabase]
    public async Task Link_two_matters_shows_each_from_the_other_to_those_alone_who_may_see_both(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var light = await council.AskedAsync();
        var let = await council.AskedAsync(request =>
            request with
            {
                ServiceAreaId = council.People.Housing,
                Subject = "Let in Mill Lane",
            }
        );
        var member = await council.AsAsync(council.People.Member);
        var before = (await (await council.AsAsync(council.People.Officer)).GetAsync($"/enquiries/{light}/record")).Html.Length;

        var done = await member.SubmitAsync(
            await member.GetAsync($"/enquiries/{light}/links"),
            "main form:last-of-type",
            ("Other", let.ToLowerInvariant()),
            ("Kind", "follows-from")
        );

        done.Location.ShouldBe($"/enquiries/{light}");
        (await member.GetAsync($"/enquiries/{light}/links")).Text.ShouldContain("Follows from: Let in Mill Lane");
        (await member.GetAsync($"/enquiries/{let}/links")).Text.ShouldContain("Is followed by: Street light out in Mill Lane");
        foreach (var (person, own, other) in new[] { (council.People.Officer, light, let), (council.People.HousingOfficer, let, light) })
        {
            var officer = await council.AsAsync(person);
            var page = await officer.GetAsync($"/enquiries/{own}/links");
            page.Text.ShouldContain("None that you may see.");
            page.Text.ShouldNotContain(other);
            (await officer.GetAsync($"/enquiries/{own}")).Html.ShouldNotContain(other);
        }

        before.ShouldBeGreaterThan(0);
        (await council.ReadAsync(db => db.RecordEntries.SingleAsync(entry => entry.Kind == "matters-linked"))).MatterId.ShouldBeNull();
        (await council.MatterVersionAsync(let)).ShouldBe(1);
        (await member.SubmitAsync(await member.GetAsync($"/enquiries/{let}/links"), "main li form")).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
        (await member.GetAsync($"/enquiries/{light}/links")).Text.ShouldContain("None that you may see.");
    }

    [Fact]
    public async Task Link_to_what_one_does_not_see_is_answered_like_what_is_not_there()
    {
        await using var council = await WiganCouncil.StartAsync();
        var (own, walled) = (
            await council.AskedAsync(),
            await council.AskedAsync(request => request with { ServiceAreaId = council.People.Housing })
        );
        var officer = await council.AsAsync(council.People.Officer);
        var form = await officer.GetAsync($"/enquiries/{own}/links");
        var answers = new List<string>();
        foreach (var other in new[] { walled, PublicReference.New().Value })
        {
            var answer = await LinkAsync(other, "about-the-same");
            answer.ShouldHaveErrors("There is no matter with this reference that you may see. (Comity’s own safeguard, not the protocol)");
            answers.Add(answer.Text.Replace(other, "", StringComparison.Ordinal));
        }

        answers[1].ShouldBe(answers[0]);
        (await LinkAsync(own, "about-the-same")).Errors.Single().ShouldStartWith("It is this one.");
        (await LinkAsync("nonsense", null)).ShouldHaveErrors(
            "Enter the reference of the other matter, for example WXQ4-7F2M-K9",
            "Choose what this one has to do with it"
        );
        (await LinkAsync(walled, "merged-into")).ShouldHaveErrors("Choose what this one has to do with it");

        Task<Page> LinkAsync(string other, string? kind) =>
            officer.SubmitAsync(form, "main form:last-of-type", ("Other", other), ("Kind", kind));
    }

    [Theory, EveryDatabase]
    public async Task Merge_a_duplicate_ends_what_is_owed_there_and_taking_it_out_again_gives_the_old_date_back(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var first = await council.AskedAsync();
        council.App.Clock.Set(council.App.Clock.Now.AddDays(6));
        var second = await council.AskedAsync(request => request with { Question = "And the light?" });
        var officer = await council.AsAsync(council.People.Officer);
        var due = await DueAsync();

        (await MergeAsync(first, second)).Errors.Single().ShouldStartWith("The other one is due later, or has no date.");
        (await MergeAsync(second, first)).Location.ShouldBe($"/enquiries/{second}");

        var member = await council.AsAsync(council.People.Member);
        var page = await member.GetAsync($"/enquiries/{second}");
        page.Text.ShouldContain("No longer owed");
        page.Text.ShouldContain(
            "It was merged into another matter of the same member, which is due no later. (Comity’s own safeguard, not the protocol)"
        );
        page.Text.ShouldContain("And the light?");
        (await member.GetAsync($"/enquiries/{second}/links")).Text.ShouldContain("Merged into: Street light out in Mill Lane");
        (
            await council.ReadAsync(db =>
                db.Outbox.CountAsync(mail => mail.Subject.Contains(second) && mail.Subject.Contains("goes on in another matter"))
            )
        ).ShouldBe(2);
        (await officer.GetAsync($"/enquiries/{first}")).Html.ShouldNotContain("And the light?");

        var form = await officer.GetAsync($"/enquiries/{second}/merge");
        (await officer.SubmitAsync(form, "main form")).Location.ShouldBe($"/enquiries/{second}");
        (await DueAsync()).ShouldBe(due);
        (await officer.GetAsync($"/enquiries/{second}")).Text.ShouldContain("Reply in full");

        Task<DateOnly?> DueAsync() =>
            council.ReadAsync(db =>
                db.Duties.Where(duty => duty.Matter!.Reference == second && duty.State == DutyState.Owed)
                    .Select(duty => duty.DueOn)
                    .SingleAsync()
            );
        async Task<Page> MergeAsync(string one, string into) =>
            await officer.SubmitAsync(await officer.GetAsync($"/enquiries/{one}/merge"), "main form", ("Into", into));
    }

    [Theory, EveryDatabase]
    public async Task Merge_what_does_not_belong_together_is_refused_with_the_reason(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var own = await council.AskedAsync();
        var ofOther = await council.AskedAsync(
            request => request with { MemberId = council.People.SameWardMember },
            council.People.SameWardMember
        );
        var sealedOne = await council.AskedAsync(request => request with { Sealed = true });
        var answered = await council.AskedAsync();
        var elsewhere = await council.AskedAsync(request => request with { ServiceAreaId = council.People.Housing });
        var viewer = await council.ViewerAsync(council.People.Officer);
        await council.DoAsync<ReplyToEnquiry, ActResult>(reply => reply.ExecuteAsync(new(new(answered, 1), "Done.", []), viewer, default));

        (await WhyAsync(ofOther)).ShouldStartWith("They were asked by different people");
        (await WhyAsync(sealedOne)).ShouldStartWith("One of the two is sealed");
        (await WhyAsync(answered)).ShouldStartWith("One of the two has been answered");
        (await WhyAsync(elsewhere)).ShouldBe("There is no matter with this reference into which you may merge.");
        (await WhyAsync(PublicReference.New().Value)).ShouldBe("There is no matter with this reference into which you may merge.");
        (await council.MatterVersionAsync(own)).ShouldBe(1);
        (await council.ReadAsync(db => db.MatterLinks.CountAsync())).ShouldBe(0);

        async Task<string> WhyAsync(string into)
        {
            var result = await council.DoAsync<MergeMatters, ActResult>(merge =>
                merge.ExecuteAsync(new(new(own, 1), into), viewer, default)
            );
            return result.ShouldBeOfType<ActResult.Refused>().Why;
        }
    }
}
