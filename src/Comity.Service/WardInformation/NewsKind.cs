namespace Comity.Service.WardInformation;

/// <summary>What a piece of news is about: the facts by which the protocol knows it.</summary>
public sealed record NewsKind(string Key, string Label, string Hint, IReadOnlyDictionary<string, string> Facts)
{
    /// <summary>The kind that is for whoever has a portfolio.</summary>
    public const string Portfolio = "portfolio";

    private const string Issue = "issue";
    private const string Other = "other";
    private const string WardEvent = "ward-event";
    private const string AffectsWard = "proposal-affects-ward";

    public static IReadOnlyList<NewsKind> All { get; } =
    [
        new(
            "ward-proposal",
            "A proposal that affects a ward",
            "A plan, a scheme, a closure: something that is not decided yet",
            new Dictionary<string, string> { [Issue] = Other, [AffectsWard] = "yes" }
        ),
        new(
            "ward-event",
            "Something happening in a ward",
            "Works, a closed road, an incident, a visit, an event of the council’s own",
            new Dictionary<string, string> { [Issue] = WardEvent }
        ),
        new(
            "major-issue",
            "One of the council’s big issues",
            "What every member should know",
            new Dictionary<string, string> { [Issue] = "major" }
        ),
        new(
            Portfolio,
            "Something that touches a portfolio",
            "For the member of the executive who answers for it",
            new Dictionary<string, string> { [Issue] = Other }
        ),
        new(
            "other",
            "Something else that members should know",
            "It matters to what they do",
            new Dictionary<string, string> { [Issue] = Other }
        ),
    ];

    public static NewsKind? Find(string? key) => All.FirstOrDefault(kind => kind.Key == key);
}
