using System.Text;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;

namespace Comity.Web.Tests.Hosting;

public sealed class WholePagesTests
{
    [Fact]
    public async Task Send_a_page_sends_all_of_it_and_says_how_long_it_is()
    {
        var (http, sent) = await SendAsync(new PageResult(), fails: null, "one ", "two ", new string('x', 100_000));

        sent.ShouldBe("one two " + new string('x', 100_000));
        http.Response.ContentLength.ShouldBe(100_008);
    }

    [Fact]
    public async Task Send_a_page_that_fails_in_the_middle_leaves_room_for_the_page_that_says_so()
    {
        var (http, sent) = await SendAsync(new PageResult(), new InvalidOperationException("In the middle."), "half of it");

        sent.ShouldBeEmpty();
        http.Response.ContentLength.ShouldBeNull();
        await http.Response.WriteAsync("Sorry", TestContext.Current.CancellationToken);
        Sent(http).ShouldBe("Sorry");
    }

    [Fact]
    public async Task Send_what_is_no_page_lets_it_go_as_it_is_written()
    {
        var (http, sent) = await SendAsync(new EmptyResult(), fails: null, "a,b");

        sent.ShouldBe("a,b");
        http.Response.ContentLength.ShouldBeNull();
    }

    private static async Task<(DefaultHttpContext Http, string Sent)> SendAsync(
        IActionResult result,
        Exception? fails,
        params string[] written
    )
    {
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
        await new WholePages().OnResultExecutionAsync(
            new ResultExecutingContext(action, [], result, new object()),
            async () =>
            {
                foreach (var piece in written)
                {
                    await http.Response.WriteAsync(piece, TestContext.Current.CancellationToken);
                }

                return new ResultExecutedContext(action, [], result, new object()) { Exception = fails };
            }
        );
        return (http, Sent(http));
    }

    private static string Sent(DefaultHttpContext http) => Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray());
}
