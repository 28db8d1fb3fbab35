using System.Text;
using System.Xml.Linq;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Infrastructure;

/// <summary>
/// The keys that protect cookies, forms and links. They live in the database, so that every process of the council shares them, and are sealed
/// under the council key, so that a copy of the database opens no session.
/// </summary>
internal sealed class KeyRing(IServiceScopeFactory scopes, CouncilKeyRing keys, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<ComityDb>();
        return
        [
            .. db
                .StoredKeys.AsNoTracking()
                .Where(key => key.Name != ViewerTokenKey.Name)
                .OrderBy(key => key.Id)
                .AsEnumerable()
                .Select(key => XElement.Parse(Encoding.UTF8.GetString(keys.Open(key.Purpose, key.Sealed)))),
        ];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<ComityDb>();
        db.StoredKeys.Add(
            new StoredKey
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                Name = friendlyName,
                Sealed = keys.Current.Seal(
                    StoredKey.DataProtection,
                    Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting))
                ),
            }
        );
        db.SaveChanges();
    }
}

internal static class KeyRingServices
{
    public static void AddKeyRing(this IServiceCollection services)
    {
        services.AddSingleton<CouncilSecrets>();
        services.AddSingleton(provider => provider.GetRequiredService<CouncilSecrets>().Keys);
        services.AddSingleton(provider => provider.GetRequiredService<CouncilSecrets>().Tokens);
        services.AddSingleton<KeyRing>();
        services.AddSingleton<RecordKeys>();
        services.AddDataProtection();
        services
            .AddOptions<DataProtectionOptions>()
            .Configure<ThisCouncil>((options, council) => options.ApplicationDiscriminator = $"comity/{council.Id:N}");
        services.AddOptions<KeyManagementOptions>().Configure<KeyRing>((options, ring) => options.XmlRepository = ring);
    }
}
