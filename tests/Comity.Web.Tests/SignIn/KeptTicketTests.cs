using System.Globalization;
using System.Net;
using Comity.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
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

    [Fact]
    public async Task Open_a_cookie_whose_key_was_revoked_is_refused_after_a_minute()
    {
        var inner = new Format();
        await using var app = await ComityApp.StartAsync(services: services =>
            services.Configure<CookieAuthenticationOptions>(Session.Scheme, options => options.TicketDataFormat = inner)
        );
        var format = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Session.Scheme).TicketDataFormat;
        var person = Guid.CreateVersion7();
        var cookie = format.Protect(new AuthenticationTicket(Session.ForDemonstration(person), Session.Scheme));
        var unopened = format.Protect(new AuthenticationTicket(Session.ForDemonstration(person), Session.Scheme));
        format.Unprotect(cookie).ShouldNotBeNull();
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        format.Unprotect(cookie).ShouldNotBeNull();
        inner.Opened.ShouldBe(1);

        inner.IsRevoked = true;

        format.Unprotect(unopened).ShouldBeNull();
        app.Clock.Advance(TimeSpan.FromSeconds(29));
        format.Unprotect(cookie).ShouldNotBeNull();

        // Counted from its opening: being used does not keep it.
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        format.Unprotect(cookie).ShouldBeNull();
        format.Unprotect(cookie).ShouldBeNull();
    }

    [Theory]
    [InlineData("closed")]
    [InlineData("stamp")]
    [InlineData("signed out")]
    public async Task End_a_session_holds_for_the_next_request_while_its_cookie_is_kept(string how)
    {
        await using var app = await ComityApp.StartAsync(fictional: false);
        var person = await app.AddPersonAsync("Cleo Clerk", "clerk");
        var account = await app.AddAccountAsync(person, "cleo.clerk@example.org");
        var clerk = await app.SignedInWithPasswordAsync("cleo.clerk@example.org");
        (await clerk.GetAsync("/security")).Status.ShouldBe(HttpStatusCode.OK);
        (await clerk.GetAsync("/security")).Status.ShouldBe(HttpStatusCode.OK);

        if (how == "signed out")
        {
            await clerk.SubmitAsync(await clerk.GetAsync("/sign-out"), "main form[method=post]");
        }
        else
        {
            await using var db = app.OpenDatabase();
            var kept = await db.Users.SingleAsync(one => one.Id == account.Id);
            kept.ClosedAt = how == "closed" ? app.Clock.Now : null;
            kept.SecurityStamp = how == "stamp" ? "another" : kept.SecurityStamp;
            await db.SaveChangesAsync();
        }

        var after = await clerk.GetAsync("/security");
        after.Status.ShouldBe(HttpStatusCode.Redirect);
        after.Location.ShouldNotBeNull().ShouldContain("/sign-in");
    }

    /// <summary>What protects a cookie, until its key is revoked.</summary>
    private sealed class Format : ISecureDataFormat<AuthenticationTicket>
    {
        private readonly List<AuthenticationTicket> _tickets = [];

        public bool IsRevoked { get; set; }

        public int Opened { get; private set; }

        public string Protect(AuthenticationTicket data)
        {
            _tickets.Add(data);
            return $"{_tickets.Count - 1}";
        }

        public string Protect(AuthenticationTicket data, string? purpose) => Protect(data);

        public AuthenticationTicket? Unprotect(string? protectedText)
        {
            Opened++;
            return IsRevoked ? null : _tickets[int.Parse(protectedText!, CultureInfo.InvariantCulture)];
        }

        public AuthenticationTicket? Unprotect(string? protectedText, string? purpose) => Unprotect(protectedText);
    }
}
