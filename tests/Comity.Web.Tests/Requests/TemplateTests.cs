using System.Net;
using Comity.Service.People;
using Comity.Service.Templates;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Requests;

/// <summary>Words to start a message from.</summary>
public sealed class TemplateTests
{
    private const string Words = "Dear {member}, about {reference}: the contractor comes by {due}.";

    [Theory, EveryDatabase]
    public async Task Start_a_reply_from_a_template_fills_it_in_under_what_was_typed_and_sends_nothing(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var reference = await council.AskedAsync();
        var template = await WriteAsync(council, council.People.Clerk, null, Words);
        var officer = await council.AsAsync(council.People.Officer);
        foreach (
            var (page, field, use) in new[]
            {
                ("reply", "Words", template),
                ("progress", "Words", await WriteAsync(council, council.People.Clerk, null, Words, TemplateUse.Progress)),
                ("acknowledge", "Explanation", await WriteAsync(council, council.People.Clerk, null, Words, TemplateUse.Acknowledgement)),
            }
        )
        {
            var form = await officer.GetAsync($"/enquiries/{reference}/{page}");

            var filled = await officer.SubmitAsync(
                form,
                "main form",
                ("Template", $"{use:D}"),
                (field, "I have looked at it."),
                ("PutIn", "true")
            );

            filled.Status.ShouldBe(HttpStatusCode.OK);
            filled
                .Document.GetElementById(field)!
                .TextContent.Trim()
                .ReplaceLineEndings("\n")
                .ShouldBe($"I have looked at it.\n\nDear Alex Member, about {reference}: the contractor comes by Monday 20 April 2026.");
            var none = await officer.SubmitAsync(form, "main form", (field, "I have looked at it."), ("PutIn", "true"));
            none.ShouldHaveErrors("Choose a template").Document.GetElementById(field)!.TextContent.Trim().ShouldBe("I have looked at it.");
        }

        (await council.ReadAsync(db => db.Messages.CountAsync(message => message.Kind != "question"))).ShouldBe(0);
        var last = await officer.GetAsync($"/enquiries/{reference}/reply");
        var ready = await officer.SubmitAsync(last, "main form", ("Template", $"{template:D}"), ("PutIn", "true"));
        (await officer.SubmitAsync(ready, "main form")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await council.AsAsync(council.People.Member)).GetAsync($"/enquiries/{reference}")).Text.ShouldContain(
            $"Dear Alex Member, about {reference}"
        );
    }

    [Theory, EveryDatabase]
    public async Task Write_the_next_version_keeps_the_one_before_with_who_wrote_it(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var id = await WriteAsync(council, council.People.Clerk, null, Words);
        var clerk = await council.AsAsync(council.People.Clerk);
        var form = await clerk.GetAsync($"/templates/{id}");
        var director = await council.AsAsync(council.People.Director);
        (await director.GetAsync($"/templates/{id}"))
            .Document.QuerySelector("main form")
            .ShouldBeNull("A chief officer keeps the own service's.");

        (await clerk.SubmitAsync(form, "main form:last-of-type", ("Text", "Dear {name}"))).ShouldHaveErrors(
            "Nothing is filled in for {name}. Use {reference}, {member}, {due}, or leave the braces out"
        );
        (await clerk.SubmitAsync(form, "main form:last-of-type", ("Text", "It is mended."))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await clerk.SubmitAsync(form, "main form:last-of-type", ("Text", "It is broken."))).Status.ShouldBe(HttpStatusCode.Conflict);

        var page = await clerk.GetAsync($"/templates/{id}");
        page.Text.ShouldContain("Version 2: Contractor · Ira Clerk");
        page.Text.ShouldContain("It is mended.");
        page.Text.ShouldContain("Dear {member}, about {reference}");
        page.Text.ShouldNotContain("It is broken.");
        (await council.ReadAsync(db => db.RecordEntries.CountAsync(entry => entry.Kind == "template-kept"))).ShouldBe(2);
        (await clerk.SubmitAsync(page, "main form")).Location.ShouldBe("/templates");
        (await clerk.GetAsync("/templates")).Text.ShouldContain("There are none yet.");
    }

    [Theory, EveryDatabase]
    public async Task Offer_a_template_of_a_service_is_for_what_that_service_answers(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        await council.MakeDirectorChiefOfficerAsync();
        var reference = await council.AskedAsync();
        await WriteAsync(council, council.People.Director, council.People.Highways, Words);
        var housing = await WriteAsync(council, council.People.Clerk, council.People.Housing, "Your lettings question.");
        var officer = await council.AsAsync(council.People.Officer);

        var form = await officer.GetAsync($"/enquiries/{reference}/reply");

        form.Document.QuerySelectorAll("#Template option").Length.ShouldBe(2);
        (await officer.SubmitAsync(form, "main form", ("Template", $"{housing:D}"), ("PutIn", "true"))).ShouldHaveErrors(
            "Choose a template"
        );
        var viewer = await council.ViewerAsync(council.People.Director);
        (
            await council.DoAsync<KeepTemplate, RegisterChange>(keep =>
                keep.ExecuteAsync(new(null, council.People.Housing, TemplateUse.Reply, "T", "T", 0), viewer, default)
            )
        ).ShouldBeOfType<RegisterChange.Missing>();
        (await (await council.AsAsync(council.People.Member)).GetAsync("/templates")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.GetAsync("/templates/new")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Write_a_template_that_is_not_in_order_says_what_is_wrong()
    {
        await using var council = await WiganCouncil.StartAsync();
        await council.MakeDirectorChiefOfficerAsync();
        var director = await council.AsAsync(council.People.Director);
        var form = await director.GetAsync("/templates/new");

        (await director.SubmitAsync(form, "main form", ("ServiceAreaId", $"{council.People.Highways:D}"))).ShouldHaveErrors(
            "Enter a title",
            "Choose what it is for",
            "Enter what it says"
        );
        (
            await director.SubmitAsync(form, "main form", ("Title", "T"), ("Use", "reply"), ("Text", "T"), ("ServiceAreaId", ""))
        ).ShouldHaveErrors("Choose whose it is");
    }

    private static async Task<Guid> WriteAsync(WiganCouncil council, Guid by, Guid? service, string text, string use = TemplateUse.Reply)
    {
        var viewer = await council.ViewerAsync(by);
        var kept = await council.DoAsync<KeepTemplate, RegisterChange>(keep =>
            keep.ExecuteAsync(new(null, service, use, "Contractor", text, 0), viewer, default)
        );
        return kept.ShouldBeOfType<RegisterChange.Done>().Id;
    }
}
