namespace Comity.Service.Concerns;

/// <summary>How a concern ends, in the words of the page.</summary>
public static class OutcomeKind
{
    public const string Settled = "settled";
    public const string Decided = "decided";
    public const string NothingToFind = "nothing-to-find";

    public static IReadOnlyList<(string Key, string Words)> All { get; } =
    [
        (Settled, "It was settled between the two sides"),
        (Decided, "I have come to a view on what happened"),
        (NothingToFind, "There is nothing in it to look into"),
    ];

    public static string InWords(string kind) => All.First(one => one.Key == kind).Words;
}
