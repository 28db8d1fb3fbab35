using System.Text.RegularExpressions;

namespace Comity.Service.Templates;

/// <summary>The places in a template that are filled in from the matter.</summary>
public static partial class TemplateText
{
    public const string Reference = "{reference}";
    public const string Member = "{member}";
    public const string Due = "{due}";

    public static IReadOnlyList<string> Places { get; } = [Reference, Member, Due];

    /// <summary>What stands in braces and is no place: it would be sent to a member as it is.</summary>
    public static IReadOnlyList<string> Unknown(string text) =>
        [.. Braced().Matches(text).Select(found => found.Value).Where(found => !Places.Contains(found)).Distinct()];

    public static string Fill(string text, string reference, string member, string due)
    {
        ArgumentNullException.ThrowIfNull(text);

        // In one pass: what is filled in is somebody's name and may itself look like a place.
        return Braced()
            .Replace(
                text,
                found =>
                    found.Value switch
                    {
                        Reference => reference,
                        Member => member,
                        Due => due,
                        var other => other,
                    }
            );
    }

    [GeneratedRegex(@"\{[^{}\r\n]{0,40}\}")]
    private static partial Regex Braced();
}
