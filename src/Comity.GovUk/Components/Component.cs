using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

/// <summary>
/// One component of govuk-frontend: its properties are the options of the upstream macro, and rendering needs neither Razor nor a request.
/// Its name in the package is the type's name in kebab case, which is how the tests find its fixtures.
/// </summary>
public abstract record Component
{
    public string? Classes { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }

    public abstract IHtmlContent Render();
}
