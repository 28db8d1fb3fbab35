using Comity.Service.Notifications;
using Comity.Service.Setup;

namespace Comity.Web.Pages.Setup;

internal static class SetUpConsole
{
    /// <summary>
    /// Prints the way into a council that is not set up yet. The code goes to the console and nowhere else: whoever can read it runs this machine.
    /// </summary>
    public static async Task AnnounceSetUpAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<SetUpJourneys>().IssueCodeAsync() is { } code)
        {
            var address = scope.ServiceProvider.GetRequiredService<SiteAddress>().For("/set-up");
            await Console.Out.WriteLineAsync($"This council is not set up yet. Open {address} and give the code {code}");
        }
    }
}
