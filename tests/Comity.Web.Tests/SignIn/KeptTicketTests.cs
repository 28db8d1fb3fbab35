using Comity.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Comity.Web.Tests.SignIn;

/// <summary>A session cookie that was opened a moment ago is not opened again; what one request does with it is not the next one's.</summary>
public sealed class KeptTicketTests
{
    [Fact]
    public async Task Open_a_cookie_twice_gives_the_same_person_and_nothing_that_was_changed_in_between()
    {
        await using var app = await ComityApp.StartAsync();
        var person = await app.AddPersonAsync("Ada Marsh", "member");
        var format = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Session.Scheme).TicketDataFormat;
        var cookie = format.Protect(new AuthenticationTicket(Session.ForDemonstration(person), Session.Scheme));

        var first = format.Unprotect(cookie).ShouldNotBeNull();
        first.Properties.Items["changed"] = "yes";
        var second = format.Unprotect(cookie).ShouldNotBeNull();

        second.ShouldNotBeSameAs(first);
        Session.PersonOf(second.Principal).ShouldBe(person);
        second.Properties.Items.ShouldNotContainKey("changed");
        format.Unprotect(cookie + "x").ShouldBeNull();
        format.Unprotect(format.Protect(new AuthenticationTicket(Session.ForDemonstration(person), Session.Scheme), "tied")).ShouldBeNull();
    }
}
