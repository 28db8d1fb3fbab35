using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Web.Tests;

/// <summary>One thing that can be asked of the service: a method on a pattern, and for a page the handler by name.</summary>
public sealed record Route(string Method, string Pattern, string? Handler, bool IsPublic, IReadOnlyList<string> Parameters)
{
    /// <summary>What a page takes from a form: its bound properties and its handler's parameters.</summary>
    public IReadOnlyList<(string Name, Type Type)> Fields { get; init; } = [];

    /// <summary>The address with its parameters filled in; a parameter that the caller does not know gets its name.</summary>
    public string Address(Func<string, string?> valueOf)
    {
        ArgumentNullException.ThrowIfNull(valueOf);
        var address = System.Text.RegularExpressions.Regex.Replace(
            Pattern,
            @"\{\**([^:}?=]+)[^}]*\}",
            match => valueOf(match.Groups[1].Value) ?? match.Groups[1].Value
        );
        return "/" + address.TrimStart('/') + (Handler is null ? "" : $"?handler={Handler}");
    }

    public override string ToString() => $"{Method} /{Pattern.TrimStart('/')}{(Handler is null ? "" : $" ({Handler})")}";
}

/// <summary>Everything the service answers to, found by reflection: a page that is added tomorrow is in the walk tomorrow.</summary>
public static class EveryRoute
{
    public static async Task<IReadOnlyList<Route>> OfAsync(ComityApp app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var loader = app.Services.GetRequiredService<PageLoader>();
        var routes = new List<Route>();
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var pattern = endpoint.RoutePattern.RawText ?? "";
            var isPublic = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            string[] parameters = [.. endpoint.RoutePattern.Parameters.Select(parameter => parameter.Name)];
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, endpoint.Metadata);
                routes.AddRange(
                    compiled.HandlerMethods.Select(handler => new Route(
                        handler.HttpMethod.ToUpperInvariant(),
                        pattern,
                        handler.Name,
                        isPublic,
                        parameters
                    )
                    {
                        Fields =
                        [
                            .. compiled.BoundProperties.Select(field => (field.Name, field.ParameterType)),
                            .. handler.Parameters.Select(field => (field.Name, field.ParameterType)),
                        ],
                    })
                );
                if (!compiled.HandlerMethods.Any(handler => handler.HttpMethod == "Get" && handler.Name is null))
                {
                    routes.Add(new Route("GET", pattern, null, isPublic, parameters));
                }
            }
            else
            {
                var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
                routes.AddRange(methods.Select(method => new Route(method, pattern, null, isPublic, parameters)));
            }
        }

        return routes;
    }
}
