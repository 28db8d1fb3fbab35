using Comity.Service.ProtocolLibrary;
using Comity.Service.Setup;
using Comity.Web.Infrastructure;

namespace Comity.Web.Pages.Setup;

/// <summary>Lets the one browser that gave the code into the set-up, and nobody once the council is set up.</summary>
public sealed class SetUpGate(SetUpJourneys journeys, ThisCouncil council, Settings settings, IHttpContextAccessor accessor)
{
    private PackLibrary? _library;

    public bool IsClosed => council.SetUpComplete;

    /// <summary>The protocols that this copy of Comity has, read once per request: the set-up is done once in a council's life.</summary>
    public PackLibrary Library =>
        _library ??= PackFolder.Open(
            settings.Protocols
                ?? PackFolder.Beside(AppContext.BaseDirectory)
                ?? throw new SettingsException("The setting Comity:Protocols is missing: the folder of protocol files.")
        );

    private string CookieName => $"{(settings.Secure ? "__Host-" : "")}comity-{council.Id:N}-set-up";

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("The set-up is answered in a browser.");

    public async Task<bool> EnterAsync(string? code, CancellationToken cancellationToken)
    {
        if (await journeys.ClaimAsync(code, cancellationToken) is not { } token)
        {
            return false;
        }

        Context.Response.Cookies.Append(
            CookieName,
            token,
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                Path = "/",
                SameSite = SameSiteMode.Strict,
                Secure = settings.Secure,
            }
        );
        return true;
    }

    public Task<SetUpJourney?> OpenAsync(CancellationToken cancellationToken) =>
        journeys.OpenAsync(Context.Request.Cookies[CookieName], cancellationToken);

    public void Leave() => Context.Response.Cookies.Delete(CookieName, new CookieOptions { Path = "/", Secure = settings.Secure });
}
