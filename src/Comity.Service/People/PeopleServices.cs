using Microsoft.Extensions.DependencyInjection;

namespace Comity.Service.People;

public static class PeopleServices
{
    /// <summary>What the register needs beyond the classes that are made from the database directly.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services) =>
        services.AddScoped<RouteHolders>().AddScoped(typeof(EndFact<>));
}
