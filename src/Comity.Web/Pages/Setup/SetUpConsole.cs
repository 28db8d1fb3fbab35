using Comity.Service.Notifications;
using Comity.Service.Setup;
using Comity.Web.SignIn;

namespace Comity.Web.Pages.Setup;

internal static class SetUpConsole
{
    /// <summary>
    /// Prints the way into a council that is not set up yet, or into which nobody can sign in. The code goes to the console and nowhere else: whoever can read it runs this machine.
    /// </summary>
    public static async Task AnnounceSetUpAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<SetUpJourneys>().IssueCodeAsync() is { } code)
        {
            var address = scope.ServiceProvider.GetRequiredService<SiteAddress>().For("/set-up");
            await Console.Out.WriteLineAsync($"This council is not set up yet. Open {address} and give the code {code}");
        }
        else if (await scope.ServiceProvider.GetRequiredService<WayIn>().AnnounceAsync() is { } wayIn)
        {
            await Console.Out.WriteLineAsync(wayIn);
        }
    }
}
