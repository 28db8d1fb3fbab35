using Comity.Web.Pages.Enquiries;

namespace Comity.Web.Pages.Advising;

/// <summary>A version of advice with its words.</summary>
public sealed record VersionShown(
    int Number,
    DateTime At,
    string Analysis,
    string? Options,
    string? Views,
    string Recommendation,
    string? Changed,
    IReadOnlyList<FileShown> Files
)
{
    /// <summary>Its parts in the order in which they are read.</summary>
    public IReadOnlyList<(string Heading, string? Words)> Parts =>
        [
            ("Analysis", Analysis),
            ("What could be done", Options),
            ("What members think, as reported", Views),
            ("Recommendation", Recommendation),
        ];
}
