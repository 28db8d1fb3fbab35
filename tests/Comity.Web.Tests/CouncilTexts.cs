using Comity.Protocols;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Web.Tests;

/// <summary>The repository's own texts, as a council under the wigan protocol takes them up.</summary>
public static class CouncilTexts
{
    public const string Protocol = "wigan/wigan.protocol.md";

    public static IReadOnlyList<SourceText> Wigan() => [.. TestPeople.WiganTexts()];

    /// <summary>The same texts with the protocol's own changed.</summary>
    public static IReadOnlyList<SourceText> WithProtocol(Func<string, string> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return [.. Wigan().Select(text => text.Path == Protocol ? text with { Text = change(text.Text) } : text)];
    }

    public static async Task<bool> TakeUpAsync(this ComityApp app, IReadOnlyList<SourceText>? texts = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        await using var scope = app.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<TakeUpTexts>()
            .ExecuteAsync(texts ?? Wigan(), Acting.Service, CancellationToken.None);
    }
}
