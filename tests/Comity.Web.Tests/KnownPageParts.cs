using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Web.Tests;

/// <summary>
/// What MVC finds out about the properties and handlers of every page, found out once in a process and not once for every test's service. It is most of
/// what starting a service costs, and nothing but the compiled pages decides it. Every service gets copies: conventions may change them.
/// </summary>
internal sealed class KnownPageParts(IPageApplicationModelPartsProvider inner) : IPageApplicationModelPartsProvider
{
    private static readonly ConcurrentDictionary<PropertyInfo, PagePropertyModel> Properties = new();

    // By handle: a method's own hash takes longer than all the rest.
    private static readonly ConcurrentDictionary<RuntimeMethodHandle, PageHandlerModel?> Handlers = new();

    public static void AddTo(IServiceCollection services)
    {
        var found = services.Single(service => service.ServiceType == typeof(IPageApplicationModelPartsProvider));
        services.Remove(found);
        services.AddSingleton<IPageApplicationModelPartsProvider>(provider => new KnownPageParts(
            (IPageApplicationModelPartsProvider)ActivatorUtilities.CreateInstance(provider, found.ImplementationType!)
        ));
    }

    public PagePropertyModel CreatePropertyModel(PropertyInfo property) =>
        new(Properties.GetOrAdd(property, found => inner.CreatePropertyModel(found)));

    public PageHandlerModel? CreateHandlerModel(MethodInfo method) =>
        Handlers.GetOrAdd(method.MethodHandle, _ => inner.CreateHandlerModel(method)) is { } known ? new PageHandlerModel(known) : null;

    // Comes with its handler, which is known already.
    public PageParameterModel CreateParameterModel(ParameterInfo parameter) => inner.CreateParameterModel(parameter);

    // Asked in the making of a handler's model alone.
    public bool IsHandler(MethodInfo methodInfo) => inner.IsHandler(methodInfo);
}
