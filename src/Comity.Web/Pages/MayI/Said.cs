using Comity.Protocols;
using Comity.Protocols.Interviews;
using Comity.Protocols.Language;
using Comity.Protocols.Vocabularies;
using Comity.Service.Requests;
using Microsoft.AspNetCore.Http.Extensions;

namespace Comity.Web.Pages.MayI;

/// <summary>
/// What has been said so far, as it stands in the address: so an answer can be kept as a bookmark or sent to somebody, and nothing is stored. An
/// empty value is a question that was asked and left open.
/// </summary>
public sealed class Said
{
    private static readonly (string Key, Party Place)[] Places = [("by", Party.Actor), ("to", Party.Recipient), ("about", Party.Subject)];

    // In the order in which it was said.
    private readonly List<(string Key, string Value)> _answers;

    private Said(Act act, List<(string Key, string Value)> answers) => (Act, _answers) = (act, answers);

    public Act Act { get; }

    public IReadOnlyList<(string Key, string Value)> Answers => _answers;

    /// <summary>Null where the address holds something that the vocabulary does not: it was not made here.</summary>
    public static Said? From(Act act, IQueryCollection query, Vocabulary vocabulary)
    {
        var answers = new List<(string, string)>();
        foreach (var (key, values) in query)
        {
            if (!IsPlace(key) && !vocabulary.Facts.ContainsKey(key))
            {
                continue;
            }

            if (values.Count != 1 || !IsAnswer(act, key, values[0] ?? "", vocabulary))
            {
                return null;
            }

            answers.Add((key, values[0] ?? ""));
        }

        return new Said(act, answers);
    }

    public static string KeyOf(Party place) => Places.First(one => one.Place == place).Key;

    public Said With(string key, string value) => new(Act, [.. _answers.Where(answer => answer.Key != key), (key, value)]);

    /// <summary>Null where the vocabulary has no such answer to it.</summary>
    public Said? WithAnswer(string key, string value, Vocabulary vocabulary) =>
        IsAnswer(Act, key, value, vocabulary) ? With(key, value) : null;

    /// <summary>As it was before this was said: what came after may not be asked any more.</summary>
    public Said Before(string key) => new(Act, [.. _answers.TakeWhile(answer => answer.Key != key)]);

    public string Path() => $"/may-i/{Act.Name}" + Query();

    /// <summary>Where somebody says otherwise of a fact that the answer took for granted.</summary>
    public string OtherwisePath(string fact) =>
        $"/may-i/{Act.Name}"
        + new QueryBuilder([
            .. _answers.Select(answer => KeyValuePair.Create(answer.Key, answer.Value)),
            new("presumed", fact),
        ]).ToQueryString();

    public string RulingPath() => RulingPath(Act.Name, [.. _answers.Select(answer => new SaidAnswer(answer.Key, answer.Value))]);

    /// <param name="question">The reference of the question of which the ruling comes.</param>
    public static string RulingPath(string? act, IReadOnlyList<SaidAnswer> answers, string? question = null) =>
        (act is null ? "/rulings/new" : $"/rulings/new/{Uri.EscapeDataString(act)}")
        + new QueryBuilder([
            .. answers.Where(answer => answer.Value.Length > 0).Select(answer => KeyValuePair.Create(answer.Key, answer.Value)),
            .. question is null ? [] : new[] { KeyValuePair.Create("question", question) },
        ]).ToQueryString();

    public string AnswerPath() => $"/may-i/{Act.Name}/answer" + Query();

    /// <summary>Where the same situation is answered as the protocol stands now.</summary>
    public static string AnswerPath(AskedSituation asked) =>
        $"/may-i/{Uri.EscapeDataString(asked.Act)}/answer"
        + new QueryBuilder(asked.Answers.Select(answer => KeyValuePair.Create(answer.Key, answer.Value))).ToQueryString();

    /// <summary>Where the form on the answer's page goes by which somebody asks further.</summary>
    public string AskPath() =>
        $"/may-i/{Act.Name}/answer"
        + new QueryBuilder([
            .. _answers.Select(answer => KeyValuePair.Create(answer.Key, answer.Value)),
            new("handler", "ask"),
        ]).ToQueryString();

    /// <summary>As it goes with a question about the protocol.</summary>
    /// <param name="words">Situation and answer as their reader has them.</param>
    public AskedSituation ToAsked(DateOnly on, string words) =>
        new(Act.Name, [.. _answers.Select(answer => new SaidAnswer(answer.Key, answer.Value))], on, words);

    public Situation Situation(Vocabulary vocabulary, DateOnly today) => Build(Act, _answers, vocabulary).On(today).Build();

    public Interview In(Comity.Protocols.Protocol protocol, DateOnly today) =>
        new(
            protocol,
            Build(Act, _answers, protocol.Vocabulary).On(today).Build(),
            Places.Where(place => _answers.Contains((place.Key, ""))).Select(place => place.Place).ToHashSet(),
            _answers
                .Where(answer => !IsPlace(answer.Key) && answer.Value.Length == 0)
                .Select(answer => answer.Key)
                .ToHashSet(StringComparer.Ordinal)
        );

    public static bool IsPlace(string key) => Places.Any(place => place.Key == key);

    private QueryString Query() =>
        new QueryBuilder(_answers.Select(answer => KeyValuePair.Create(answer.Key, answer.Value))).ToQueryString();

    private static bool IsAnswer(Act act, string key, string value, Vocabulary vocabulary) =>
        value.Length == 0 || Build(act, [(key, value)], vocabulary).Diagnostics.Count == 0;

    private static SituationBuilder Build(Act act, IEnumerable<(string Key, string Value)> answers, Vocabulary vocabulary) =>
        AskedSituation.In(vocabulary, act.Name, answers.Select(answer => new SaidAnswer(answer.Key, answer.Value)));
}
