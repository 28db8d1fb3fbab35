using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Comity.GovUk.Tags;

internal static class ModelErrors
{
    public static IReadOnlyList<string> Of(ModelStateDictionary state, string key) =>
        state.TryGetValue(key, out var entry) ? Of(entry) : [];

    /// <summary>An error that is only an exception has no words for a reader, and its own words are not meant for one.</summary>
    public static IReadOnlyList<string> Of(ModelStateEntry entry) =>
        [
            .. entry
                .Errors.Select(error => string.IsNullOrEmpty(error.ErrorMessage) ? "The answer cannot be read" : error.ErrorMessage)
                .Distinct(StringComparer.Ordinal),
        ];
}
