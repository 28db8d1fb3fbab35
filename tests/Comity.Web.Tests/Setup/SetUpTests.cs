using System.Net;
using System.Text;
using Comity.Service.Setup;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Web.Tests.Setup;

public class SetUpTests
{
    private static byte[] Example => Encoding.UTF8.GetBytes(Checkout.Read("docs/example-people.csv"));

    [Theory, EveryDatabase]
    public async Task Set_a_council_up_from_the_code_to_the_last_answer(DatabaseKind kind)
    {
        await using var app = await ComityApp.StartAsync(kind, fictional: false, withCouncil: false);
        var visitor = await EnterAsync(app);

        var page = await visitor.OpenAsync("/set-up");
        page.Heading.ShouldBe("Your council");
        page = await NextAsync(visitor, page, ("Name", "Brackenford Council"), ("Kind", "metropolitan"), ("Nation", "england"));
        page.Heading.ShouldBe("Your protocol");
        page = await NextAsync(
            visitor,
            page,
            ("Key", "wigan"),
            ("Minute", "C/14"),
            ("AdoptedOn.Day", "14"),
            ("AdoptedOn.Month", "5"),
            ("AdoptedOn.Year", "2025")
        );
        page.Heading.ShouldBe("Your people");
        page = await UploadAsync(visitor, page, Example);
        page.Text.ShouldContain("New people10");
        page.Text.ShouldContain("Castle, Mill Hill");
        page = await FollowAsync(visitor, await visitor.SubmitAsync(page, "form[action*=Import]", ("MakeNew", "true")));
        page.Heading.ShouldBe("Who is who");
        page = await NextAsync(visitor, page, await AnswersAsync(page));
        page.Heading.ShouldBe("The Monitoring Officer");
        var own = page.Document.QuerySelectorAll("#PersonId option").First(option => option.TextContent.Contains("Bronwen Fairweather"));
        page = await NextAsync(visitor, page, ("Whose", "own"), ("PersonId", own.GetAttribute("value")));
        page.Heading.ShouldBe("Who keeps Comity for the council");
        var keeper = page.Document.QuerySelectorAll("#PersonId option").First(option => option.TextContent.Contains("Bronwen Fairweather"));
        page = await NextAsync(visitor, page, ("PersonId", keeper.GetAttribute("value")), ("OfficeTitle", "Democratic Services"));
        page.Heading.ShouldBe("Check your answers");
        page.Text.ShouldContain("Brackenford Council");
        page.Text.ShouldContain("14 May 2025");
        var done = await visitor.SubmitAsync(page, "main form");

        done.Status.ShouldBe(HttpStatusCode.OK, done.Text);
        done.Text.ShouldContain("Brackenford Council is set up");
        var link = new Uri(done.Document.QuerySelector("main a.govuk-link")!.GetAttribute("href")!);
        (await app.NewVisitor().GetAsync(link.PathAndQuery)).Document.QuerySelector("input[type=password]").ShouldNotBeNull();
        await using var db = app.OpenDatabase();
        var council = await db.Councils.SingleAsync();
        (council.Name, council.Kind, council.Nation, council.ProtocolKey, council.SetUpComplete).ShouldBe(
            ("Brackenford Council", "metropolitan", "england", "wigan", true)
        );
        var adoption = await db.ProtocolAdoptions.SingleAsync();
        (adoption.Minute, adoption.AdoptedOn, adoption.Version).ShouldBe(("C/14", new DateOnly(2025, 5, 14), null));
        (await db.TextEditions.CountAsync()).ShouldBe(1);
        (await db.RoleEquivalences.Select(fact => fact.Duty + " is " + fact.Role).ToListAsync()).ShouldContain("chief-officer is director");
        (await db.Holdings.CountAsync(fact => fact.Office!.Role == "monitoring-officer")).ShouldBe(1);
        (await db.Holdings.CountAsync(fact => fact.Office!.Role == "clerk")).ShouldBe(1);
        (await db.RecordEntries.OrderBy(entry => entry.Sequence).Select(entry => entry.Kind).ToListAsync()).ShouldContain("council-set-up");
        (await db.SetUpJourneys.SingleAsync()).PeopleFile.ShouldBeNull();

        // The door is shut, for this browser as for any other.
        (await visitor.GetAsync("/set-up")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.NewVisitor().GetAsync("/set-up/council")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Open_the_address_of_a_council_that_is_not_set_up_leads_to_its_set_up()
    {
        await using var app = await ComityApp.StartAsync(fictional: false, withCouncil: false);

        (await app.NewVisitor().GetAsync("/sign-in")).Location.ShouldBe("/set-up");
    }

    [Fact]
    public async Task Come_without_the_code_gets_no_further_than_the_door()
    {
        await using var app = await ComityApp.StartAsync(fictional: false, withCouncil: false);
        var visitor = app.NewVisitor();

        (await visitor.GetAsync("/set-up/council")).Location.ShouldBe("/set-up");
        (await visitor.GetAsync("/set-up/check")).Location.ShouldBe("/set-up");
        var door = await visitor.GetAsync("/set-up");
        (await visitor.SubmitAsync(door, "main form", ("Code", ""))).ShouldHaveErrors("Enter the code from the console");
        (await visitor.SubmitAsync(door, "main form", ("Code", "ABCD-EFGH-JKMN"))).ShouldHaveErrors("This is not the code on the console");
    }

    [Fact]
    public async Task Give_ten_wrong_codes_locks_the_door_even_to_the_right_one()
    {
        await using var app = await ComityApp.StartAsync(fictional: false, withCouncil: false);
        var code = await CodeAsync(app);
        var visitor = app.NewVisitor();
        var door = await visitor.GetAsync("/set-up");
        for (var i = 0; i < SetUpJourneys.WrongCodesAllowed; i++)
        {
            await visitor.SubmitAsync(door, "main form", ("Code", "ABCD-EFGH-JKMN"));
        }

        (await visitor.SubmitAsync(door, "main form", ("Code", code))).ShouldHaveErrors(
            "Too many wrong codes. Start the service again for another"
        );
    }

    [Fact]
    public async Task Use_the_code_a_second_time_is_refused()
    {
        await using var app = await ComityApp.StartAsync(fictional: false, withCouncil: false);
        var code = await CodeAsync(app);
        var first = app.NewVisitor();
        (
            await first.SubmitAsync(await first.GetAsync("/set-up"), "main form", ("Code", code.ToLowerInvariant().Replace("-", " ")))
        ).Location.ShouldBe("/set-up/council");
        var second = app.NewVisitor();

        (await second.SubmitAsync(await second.GetAsync("/set-up"), "main form", ("Code", code))).ShouldHaveErrors(
            "This is not the code on the console"
        );
    }

    [Fact]
    public async Task Leave_answers_out_names_each_beside_its_field_and_keeps_the_rest()
    {
        await using var app = await ComityApp.StartAsync(fictional: false, withCouncil: false);
        var visitor = await EnterAsync(app);
        var page = await visitor.GetAsync("/set-up/council");

        var refused = await visitor.SubmitAsync(page, "main form", ("Name", "Brackenford Council"));

        refused.ShouldHaveErrors("Choose what kind of council it is", "Choose the nation it is in");
        refused.Document.QuerySelector("#Name")!.GetAttribute("value").ShouldBe("Brackenford Council");
    }

    [Fact]
    public async Task Jump_ahead_leads_back_to_the_first_open_question_and_answers_survive_a_new_start()
    {
        await using var app = await ComityApp.StartAsync(fictional: false, withCouncil: false);
        var visitor = await EnterAsync(app);
        var page = await visitor.GetAsync("/set-up/council");
        await visitor.SubmitAsync(page, "main form", ("Name", "Brackenford Council"), ("Kind", "parish"), ("Nation", "england"));

        (await visitor.GetAsync("/set-up/clerk")).Location.ShouldBe("/set-up/protocol");
        await using (var scope = app.Services.CreateAsyncScope())
        {
            // What a start of the service does: another code. The browser that is in stays in.
            await scope.ServiceProvider.GetRequiredService<SetUpJourneys>().IssueCodeAsync();
        }

        var again = await visitor.OpenAsync("/set-up");
        again.Heading.ShouldBe("Your protocol");
        var back = await visitor.GetAsync(again.Document.QuerySelector(".govuk-back-link")!.GetAttribute("href")!);
        back.Document.QuerySelector("#Name")!.GetAttribute("value").ShouldBe("Brackenford Council");
    }

    [Fact]
    public async Task Answer_in_two_windows_loses_nothing_and_says_so()
    {
        await using var app = await ComityApp.StartAsync(fictional: false, withCouncil: false);
        var visitor = await EnterAsync(app);
        var one = await visitor.GetAsync("/set-up/council");
        var other = await visitor.GetAsync("/set-up/council");
        await visitor.SubmitAsync(one, "main form", ("Name", "One"), ("Kind", "parish"), ("Nation", "england"));

        var late = await visitor.SubmitAsync(other, "main form", ("Name", "Other"), ("Kind", "parish"), ("Nation", "wales"));

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Document.QuerySelector("#Name")!.GetAttribute("value").ShouldBe("Other");
        (await visitor.SubmitAsync(late, "main form")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Upload_a_file_with_bad_lines_shows_each_and_imports_nothing()
    {
        await using var app = await ComityApp.StartAsync(fictional: false, withCouncil: false);
        var visitor = await EnterAsync(app);
        var page = await ToPeopleAsync(visitor);

        var tried = await UploadAsync(visitor, page, Encoding.UTF8.GetBytes("name,email,kind\nAnn Reed,ann,member\n,b@c.example,member\n"));

        tried.Text.ShouldContain("2 things stop the file");
        tried.Text.ShouldContain("This is not an email address");
        tried.Text.ShouldContain("There is no name");
        tried.Document.QuerySelector("form[action*=Import]").ShouldBeNull();
        (await visitor.SubmitAsync(tried, "form[action*=GoOn], form[action*=Upload]")).Status.ShouldBe(HttpStatusCode.Redirect);
        await using var db = app.OpenDatabase();
        (await db.People.AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Import_without_agreeing_to_new_names_is_refused_beside_the_box()
    {
        await using var app = await ComityApp.StartAsync(fictional: false, withCouncil: false);
        var visitor = await EnterAsync(app);
        var tried = await UploadAsync(visitor, await ToPeopleAsync(visitor), Example);

        (await visitor.SubmitAsync(tried, "form[action*=Import]")).ShouldHaveErrors("Say that the new names are right, or change the file");
    }

    [Fact]
    public async Task Leave_a_role_unanswered_asks_for_every_one_of_them()
    {
        await using var app = await ComityApp.StartAsync(fictional: false, withCouncil: false);
        var visitor = await EnterAsync(app);
        var tried = await UploadAsync(visitor, await ToPeopleAsync(visitor), Example);
        var roles = await FollowAsync(visitor, await visitor.SubmitAsync(tried, "form[action*=Import]", ("MakeNew", "true")));

        roles.Document.QuerySelectorAll("input[type=radio][checked]").ShouldBeEmpty();
        var refused = await visitor.SubmitAsync(roles, "main form");

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Errors.ShouldContain("Choose who the Chief officer is here");
        refused.Errors.Count.ShouldBe(roles.Document.QuerySelectorAll("main form fieldset").Length);
    }

    private static async Task<string> CodeAsync(ComityApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<SetUpJourneys>().IssueCodeAsync()).ShouldNotBeNull();
    }

    private static async Task<Visitor> EnterAsync(ComityApp app)
    {
        var code = await CodeAsync(app);
        var visitor = app.NewVisitor();
        (await visitor.SubmitAsync(await visitor.GetAsync("/set-up"), "main form", ("Code", code))).Location.ShouldBe("/set-up/council");
        return visitor;
    }

    private static async Task<Page> ToPeopleAsync(Visitor visitor)
    {
        var page = await visitor.OpenAsync("/set-up");
        page = await NextAsync(visitor, page, ("Name", "Brackenford Council"), ("Kind", "metropolitan"), ("Nation", "england"));
        return await NextAsync(visitor, page, ("Key", "wigan"));
    }

    private static async Task<Page> UploadAsync(Visitor visitor, Page page, byte[] file) =>
        await FollowAsync(visitor, await visitor.SubmitAsync(page, "form[action*=Upload]", [("Upload", "people.csv", file)]));

    private static async Task<Page> NextAsync(Visitor visitor, Page page, params (string, string?)[] values) =>
        await FollowAsync(visitor, await visitor.SubmitAsync(page, "main form", values));

    private static async Task<Page> FollowAsync(Visitor visitor, Page page)
    {
        page.Status.ShouldBe(HttpStatusCode.Redirect, page.Text);
        return await visitor.OpenAsync(page.Location!);
    }

    /// <summary>Directors are the chief officers here; every other duty is its own holders', or nobody's.</summary>
    private static Task<(string, string?)[]> AnswersAsync(Page page)
    {
        var names = page.Document.QuerySelectorAll("main form input[type=radio]").GroupBy(input => input.GetAttribute("name")!);
        return Task.FromResult<(string, string?)[]>([
            .. names.Select(group =>
                (
                    group.Key,
                    (string?)(
                        group.Key == "Duties[chief-officer]" ? "director"
                        : group.Any(input => input.GetAttribute("value") == "itself") ? "itself"
                        : "nobody"
                    )
                )
            ),
            ("LineManagersAgreed", "true"),
        ]);
    }
}
