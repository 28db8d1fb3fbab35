using Comity.Protocols;

namespace Comity.Cli.Output;

/// <summary>A situation as JSON, in the form that <c>comity decide</c> reads.</summary>
public sealed record AskedSituation(
    string Act,
    IReadOnlyList<string> By,
    IReadOnlyList<string> To,
    IReadOnlyList<string> About,
    IReadOnlyDictionary<string, string> Facts,
    DateOnly? On,
    IReadOnlyDictionary<string, string>? People
)
{
    public static AskedSituation? Of(Situation? situation, IReadOnlyList<KeyValuePair<string, string>> people) =>
        situation is null
            ? null
            : new AskedSituation(
                situation.Act,
                situation.By,
                situation.To,
                situation.About,
                situation.Facts.OrderBy(fact => fact.Key, StringComparer.Ordinal).ToDictionary(),
                situation.On,
                people.Count == 0 ? null : people.ToDictionary()
            );
}
