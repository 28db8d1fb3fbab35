using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Requests;

namespace Comity.Web.Infrastructure;

internal static class Texts
{
    /// <summary>
    /// After an upgrade the texts beside the program may read differently (a clause restated, a bank holiday proclaimed). They become a new edition
    /// from today, on the record; what was decided before replays from the old one, and dates that are still owed are counted again.
    /// </summary>
    public static async Task TakeUpTextsAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var council = app.Services.GetRequiredService<ThisCouncil>();
        var folder = scope.ServiceProvider.GetRequiredService<Settings>().Protocols ?? PackFolder.Beside(AppContext.BaseDirectory);
        if (!council.SetUpComplete || folder is null)
        {
            return;
        }

        var texts = CouncilTexts.For(PackFolder.ReadTexts(folder), council.ProtocolKey);
        if (await scope.ServiceProvider.GetRequiredService<TakeUpTexts>().ExecuteAsync(texts, Acting.Service, CancellationToken.None))
        {
            await scope.ServiceProvider.GetRequiredService<RecountDuties>().ExecuteAsync(CancellationToken.None);
        }
    }
}
