namespace Comity.Web.Tests.Concerns;

/// <summary>What the page shows before a concern is sent.</summary>
/// <param name="Shown">The ways, with the names of all who hear it together.</param>
/// <param name="Hears">They hear it; else the one shown only says who does.</param>
/// <param name="Talks">The protocol would have a first talk with the person whom it is about.</param>
internal sealed record PairingSeen(
    string Act,
    PairedPerson By,
    PairedPerson About,
    Guid Draft,
    IReadOnlyList<IReadOnlyList<string>> Shown,
    bool Hears,
    bool Talks
)
{
    /// <summary>The offices of those shown, for each way.</summary>
    public required IReadOnlyList<string> Titles { get; init; }

    /// <summary>The clause by which the first of them hears it.</summary>
    public required string Source { get; init; }
}
