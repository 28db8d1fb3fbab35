using Comity.Service.ProtocolLibrary;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Comity.Testing;

/// <summary>
/// Texts that were compiled for one test's council are not compiled again for the next one's: they are kept under what they were compiled from, so that no
/// council reads other texts than its own. Texts without a norm are for one test alone.
/// </summary>
public static class SharedTexts
{
    private static readonly CompiledTexts Compiled = new();

    public static IServiceCollection AddSharedTexts(this IServiceCollection services)
    {
        if (!WithoutNorm.IsChosen)
        {
            services.Replace(ServiceDescriptor.Singleton(Compiled));
        }

        return services;
    }
}
