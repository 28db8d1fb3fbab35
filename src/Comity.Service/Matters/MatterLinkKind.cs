namespace Comity.Service.Matters;

/// <summary>How one matter has to do with another.</summary>
public static class MatterLinkKind
{
    public const string Same = "about-the-same";
    public const string Follows = "follows-from";

    /// <summary>The answer to the one is given in the other; made by merging alone.</summary>
    public const string Merged = "merged-into";

    /// <summary>The one gives the facts behind the advice in the other; made by releasing them alone.</summary>
    public const string Facts = "facts-of";

    /// <summary>What people may say by hand.</summary>
    public static IReadOnlyList<string> Sayable { get; } = [Same, Follows];

    /// <summary>As it reads from one of the two.</summary>
    public static string InWords(string kind, bool fromFirst) =>
        (kind, fromFirst) switch
        {
            (Same, _) => "About the same",
            (Follows, true) => "Follows from",
            (Follows, false) => "Is followed by",
            (Facts, true) => "Gives the facts behind the advice in",
            (Facts, false) => "Its facts were given to every member in",
            (Merged, true) => "Merged into",
            (Merged, false) => "Takes in",
            _ => kind,
        };
}
