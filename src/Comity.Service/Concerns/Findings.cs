namespace Comity.Service.Concerns;

/// <summary>What is found of a ground.</summary>
public static class Findings
{
    public const string Found = "found";
    public const string NotFound = "not-found";
    public const string LeftOpen = "left-open";

    public static IReadOnlyList<(string Key, string Words)> All { get; } =
    [(Found, "It was not kept"), (NotFound, "It was kept"), (LeftOpen, "I leave it open")];

    public static string InWords(string finding) => All.First(one => one.Key == finding).Words;
}
