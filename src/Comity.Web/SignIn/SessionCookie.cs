using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.SignIn;

/// <summary>
/// A session is looked at again on every request: an account that was closed, or whose owner signed out everywhere, changed the password or
/// lost a passkey, is out at once. It ends after two hours without use and after twelve hours in any case.
/// </summary>
internal sealed class SessionCookie(DemonstrationMode demonstration) : CookieAuthenticationEvents
{
    public static readonly TimeSpan Idle = TimeSpan.FromHours(2);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private const string Began = "began";

    // Of this host, not of the process: a compiled query belongs to the database that it was compiled for.
    private readonly Func<ComityDb, Guid, Task<string?>> _liveStamp = EF.CompileAsyncQuery(
        (ComityDb db, Guid id) =>
            db
                .Users.Where(account => account.Id == id && account.ClosedAt == null)
                .Select(account => account.SecurityStamp)
                .FirstOrDefault()
    );

    public override Task SigningIn(CookieSigningInContext context)
    {
        var clock = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        context.Properties.Items.TryAdd(Began, clock.GetUtcNow().UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (!IsYoungEnough(context) || !await IsLiveAsync(context))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Session.Scheme);
        }
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var target = demonstration.AskedFor ? "/demonstration" : "/sign-in";

        // Back to a page, not to the middle of a form that was sent.
        var back =
            HttpMethods.IsGet(request.Method) && request.Path != "/"
                ? QueryString.Create("then", request.Path + request.QueryString)
                : QueryString.Empty;
        context.Response.Redirect(target + back);
        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsYoungEnough(CookieValidatePrincipalContext context)
    {
        var clock = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        return context.Properties.Items.TryGetValue(Began, out var text)
            && long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var ticks)
            && clock.GetUtcNow().UtcTicks - ticks < Longest.Ticks;
    }

    private async Task<bool> IsLiveAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal is not { } principal || Session.PersonOf(principal) is null)
        {
            return false;
        }

        if (Session.HowOf(principal) == Session.ByDemonstration)
        {
            return demonstration.AllowedFor(context.HttpContext);
        }

        var db = context.HttpContext.RequestServices.GetRequiredService<ComityDb>();
        return Session.AccountOf(principal) is { } accountId
            && await _liveStamp(db, accountId) is { } stamp
            && string.Equals(stamp, Session.StampOf(principal), StringComparison.Ordinal);
    }
}
