using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Web.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Comity.Browser.Tests;

/// <summary>Every way in which the service says no: as right to look at, and to move about in, as any page.</summary>
public class ErrorPageTests(Chromium chromium)
{
    private const string Words = "The column was tested on Friday and the cable is broken.";

    [Fact]
    public async Task Go_where_one_may_not_or_nothing_is_gets_a_page_that_says_so()
    {
        await using var site = await Site.StartAsync();
        await using var member = await Visit.AsAsync(chromium, site, "Alex Member");

        (await member.GoAsync("/enquiries/AAAA-AAAA-AA")).Status.ShouldBe(404);
        await member.HeadingAsync("Page not found");
        await member.LooksRightAsync();

        (await member.GoAsync("/accounts")).Status.ShouldBe(403);
        await member.HeadingAsync("You cannot do this");
        await member.LooksRightAsync();

        (await member.GoAsync("/privacy?" + Site.FailsHere)).Status.ShouldBe(500);
        await member.HeadingAsync("Sorry, something went wrong");
        await member.LooksRightAsync();

        await using var nobody = await Visit.StartAsync(chromium, site);
        await nobody.GoAsync("/what-i-owe");
        new Uri(nobody.Page.Url).AbsolutePath.ShouldBe("/demonstration");
        await nobody.LooksRightAsync();
        member.ShouldHaveKeptToItself();
        nobody.ShouldHaveKeptToItself();
    }

    [Fact]
    public async Task Send_a_form_whose_token_is_not_the_pages_gets_a_page_that_keeps_the_words()
    {
        await using var site = await Site.StartAsync();
        await using var member = await Visit.AsAsync(chromium, site, "Alex Member");
        await member.GoAsync("/ask");
        await member.Page.Locator("input[name=__RequestVerificationToken]").Last.EvaluateAsync("field => field.value = 'x'");

        (await SendAsync(member, "Continue")).Status.ShouldBe(400);

        await member.HeadingAsync("This could not be understood");
        await member.LooksRightAsync();
        member.ShouldHaveKeptToItself();
    }

    [Fact]
    public async Task Send_what_has_changed_or_is_too_large_or_cannot_be_saved_loses_no_word()
    {
        await using var site = await Site.StartAsync();
        var asked = await AskAsync(site);
        await using var officer = await Visit.AsAsync(chromium, site, "Glen Officer");
        var page = officer.Page;

        await officer.GoAsync($"/enquiries/{asked.Reference}/reply");
        await page.GetByLabel("Your reply").FillAsync(Words);
        await AddNoteAsync(site, asked);
        (await SendAsync(officer, "Send the reply")).Status.ShouldBe(409);
        await officer.SeesAsync("Somebody else changed this while you were writing.");
        await Assertions.Expect(page.GetByLabel("Your reply")).ToHaveValueAsync(Words);
        await officer.LooksRightAsync();

        // Through the network, as the file would go: a server that stopped listening would leave the browser with a broken connection. From the disk, as
        // a person picks it: handed over by the test, 40 MB took more than half a minute on a busy machine (2026-11-23).
        await using var film = new FileStream(
            Path.Combine(Path.GetTempPath(), $"film-{Guid.CreateVersion7():N}.pdf"),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Share = FileShare.ReadWrite | FileShare.Delete,
                Options = FileOptions.DeleteOnClose,
            }
        );
        film.SetLength(40 << 20);
        await page.GetByLabel("Attach files (optional)").SetInputFilesAsync(film.Name);
        (await SendAsync(officer, "Send the reply")).Status.ShouldBe(413);
        await officer.HeadingAsync("The files are too large");
        await officer.SeesAsync("10 MB each, 25 MB together");
        await Assertions.Expect(page.GetByLabel("Words")).ToHaveValueAsync(Words);
        await officer.LooksRightAsync();

        await officer.GoAsync($"/enquiries/{asked.Reference}/reply");
        await page.GetByLabel("Your reply").FillAsync(Words);
        await page.Locator("main form").EvaluateAsync("(form, query) => form.action = location.pathname + '?' + query", Site.FailsHere);
        (await SendAsync(officer, "Send the reply")).Status.ShouldBe(500);
        await officer.HeadingAsync("Sorry, something went wrong");
        await Assertions.Expect(page.GetByLabel("Words")).ToHaveValueAsync(Words);
        await officer.LooksRightAsync();
        officer.ShouldHaveKeptToItself();
    }

    [Fact]
    public async Task Try_too_often_to_sign_in_is_told_to_wait()
    {
        await using var site = await Site.StartAsync(fictional: false);
        await using var somebody = await Visit.StartAsync(chromium, site);
        var page = somebody.Page;
        await somebody.GoAsync("/what-i-owe");
        new Uri(page.Url).PathAndQuery.ShouldBe("/sign-in?then=%2Fwhat-i-owe");
        await somebody.LooksRightAsync();

        await FillAsync();
        (await SendAsync(somebody, "Sign in")).Status.ShouldBe(400);
        await somebody.SeesAsync("The email address or the password is wrong");
        await LooksRightWithErrorsAsync();

        var limits = site.Services.GetRequiredService<AttemptLimits>();
        for (var tries = 0; tries < AttemptLimits.PerName; tries++)
        {
            limits.TryBegin(new DefaultHttpContext(), Stages.Email);
        }

        await FillAsync();
        (await SendAsync(somebody, "Sign in")).Status.ShouldBe(429);
        await somebody.SeesAsync("Wait a quarter of an hour");
        await LooksRightWithErrorsAsync();
        somebody.ShouldHaveKeptToItself();

        async Task FillAsync()
        {
            await page.GetByLabel("Email address").FillAsync(Stages.Email);
            await page.GetByLabel("Password", new() { Exact = true }).FillAsync("four wrong words here");
        }

        async Task LooksRightWithErrorsAsync()
        {
            await somebody.LooksRightAsync();
            (await Looks.WrongWithErrorsAsync(page)).ShouldBeEmpty();
        }
    }

    private static Task<IResponse> SendAsync(Visit visit, string button) =>
        visit.SendAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));

    private static async Task<MatterAt> AskAsync(Site site)
    {
        var request = new AskOfficerRequest
        {
            Kind = EnquiryKind.Enquiry,
            Subject = "Street light out in Mill Lane",
            Question = "When will it be mended?",
            ServiceAreaId = site.People.Highways,
            Capacity = Capacity.Council,
            MemberId = site.People.Member,
        };
        var member = await site.ViewerAsync(site.People.Member);
        var result = await site.DoAsync<AskOfficer, AskOfficerResult>(ask => ask.ExecuteAsync(request, member, default));
        return new MatterAt(result.ShouldBeOfType<AskOfficerResult.Asked>().Reference, 1);
    }

    private static async Task AddNoteAsync(Site site, MatterAt asked)
    {
        var officer = await site.ViewerAsync(site.People.Officer);
        var result = await site.DoAsync<AddNote, ActResult>(act => act.ExecuteAsync(new(asked, "Seen on site."), officer, default));
        result.ShouldBeOfType<ActResult.Done>();
    }
}
