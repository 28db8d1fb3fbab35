using Comity.Service.Kept;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Service;

/// <summary>
/// The classes of the service, each injected by its own type. They are found, not listed: what is made from the council's database, directly or
/// by way of another such class, lives as long as one request or one job does.
/// </summary>
public static class ComityServices
{
    /// <summary>
    /// Needs beside it, from the host: the database, the clock, the council's key ring, its viewer tokens and the address in its mail
    /// (ComityDb, TimeProvider, CouncilKeyRing, ViewerTokens, SiteAddress).
    /// </summary>
    public static IServiceCollection AddComityServices(this IServiceCollection services)
    {
        // Compiled texts depend on nothing but the texts themselves, which are named by their hashes.
        services.AddSingleton<CompiledTexts>();

        // One for each host, which serves one council.
        services.AddSingleton<KeptFacts>();
        services.AddScoped(typeof(EndFact<>));
        services.AddScoped(typeof(ChangeDays<>));
        foreach (var type in MadeFromTheDatabase())
        {
            services.AddScoped(type);
        }

        return services;
    }

    private static HashSet<Type> MadeFromTheDatabase()
    {
        var found = new HashSet<Type> { typeof(ComityDb) };
        var candidates = typeof(ComityDb)
            .Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false })
            .Where(type => type.GetConstructors().Length == 1)
            .ToList();
        while (candidates.RemoveAll(type => NeedsOneOf(type, found) && found.Add(type)) > 0)
        {
            // Each round finds what is made from the classes of the round before.
        }

        found.Remove(typeof(ComityDb));
        return found;
    }

    private static bool NeedsOneOf(Type type, HashSet<Type> found) =>
        type.GetConstructors()[0].GetParameters().Any(parameter => found.Contains(parameter.ParameterType));
}
