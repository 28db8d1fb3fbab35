namespace Comity.GovUk.Components;

/// <summary>Texts that govuk-frontend's scripts show, given to them as data attributes, singular or by plural rule.</summary>
internal static class Translations
{
    public static void Add(Dictionary<string, string?> attributes, string key, string? message)
    {
        if (!string.IsNullOrEmpty(message))
        {
            attributes["data-i18n." + key] = message;
        }
    }

    public static void Add(Dictionary<string, string?> attributes, string key, IReadOnlyDictionary<string, string>? messages)
    {
        foreach (var (rule, message) in messages ?? new Dictionary<string, string>())
        {
            attributes[$"data-i18n.{key}.{rule}"] = message;
        }
    }
}
