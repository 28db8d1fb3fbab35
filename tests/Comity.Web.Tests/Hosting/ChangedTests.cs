using System.Net;
using Comity.Service.Record;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Web.Tests.Hosting;

public class ChangedTests
{
    [Theory]
    [InlineData("changed", HttpStatusCode.Conflict, "Changed since you opened it")]
    [InlineData("overtaken", HttpStatusCode.Conflict, "Changed since you opened it")]
    [InlineData("broken", HttpStatusCode.InternalServerError, "Sorry, something went wrong")]
    public async Task Send_what_cannot_be_saved_keeps_the_words_and_shows_no_secret(string how, HttpStatusCode status, string heading)
    {
        await using var app = await StartAsync();
        var ada = await app.SignedInAsync(await app.AddPersonAsync("Ada Marsh", "member"));

        var page = await SendAsync(ada, how);

        page.Status.ShouldBe(status);
        page.Heading.ShouldBe(heading);
        page.Document.QuerySelectorAll("textarea")
            .Select(area => area.TextContent)
            .ShouldBe([how, "The drain was cleared on <Tuesday>."], ignoreOrder: true);
        page.Html.ShouldNotContain("three odd words");
        page.Html.ShouldNotContain("12345");
        page.Document.QuerySelector("input[name=__RequestVerificationToken]").ShouldBeNull();
    }

    [Fact]
    public async Task Refuse_as_not_found_shows_nothing_of_what_was_sent()
    {
        await using var app = await StartAsync();
        var ada = await app.SignedInAsync(await app.AddPersonAsync("Ada Marsh", "member"));

        var page = await SendAsync(ada, "walled");

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Html.ShouldBe((await ada.GetAsync("/no-such-page")).Html);
    }

    private static Task<ComityApp> StartAsync() =>
        ComityApp.StartAsync(services: services => services.Configure<MvcOptions>(options => options.Filters.Add(new Failing())));

    private static async Task<Page> SendAsync(Visitor visitor, string how) =>
        await visitor.SubmitAsync(
            await visitor.GetAsync("/sign-out"),
            "main form",
            ("How", how),
            ("Reply", "The drain was cleared on <Tuesday>."),
            ("Version", "12345"),
            ("Password", "three odd words")
        );

    /// <summary>Makes the page that was sent fail as its form asks.</summary>
    private sealed class Failing : IPageFilter
    {
        public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

        public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
        {
            // The page that says so is not to fail too.
            if (context.HttpContext.Features.Get<Problem>() is not null)
            {
                return;
            }

            var request = context.HttpContext.Request;
            switch (request.HasFormContentType ? request.Form["How"].ToString() : "")
            {
                case "changed":
                    throw new ChangedSinceOpenedException("Version 1 was opened; it is now at 2.");
                case "overtaken":
                    throw new DbUpdateConcurrencyException();
                case "broken":
                    throw new InvalidOperationException("broken on purpose");
                case "walled":
                    throw new NotFoundException();
            }
        }

        public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }
    }
}
