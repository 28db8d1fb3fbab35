using System.Text.Json;
using Comity.Protocols;

namespace Comity.Service.Requests;

/// <summary>
/// What somebody had said in "May I …?" before they asked what the protocol means, and what it answered: it goes with the question, so that nothing is told
/// twice and whoever answers opens the same situation.
/// </summary>
/// <param name="Answers">In the order in which they were given.</param>
/// <param name="On">The day of the answer.</param>
/// <param name="Words">Situation and answer as their reader had them, with the clauses.</param>
public sealed record AskedSituation(string Act, IReadOnlyList<SaidAnswer> Answers, DateOnly On, string Words)
{
    /// <summary>The kind of message in which it stands in the matter.</summary>
    public const string MessageKind = "situation";

    public const string By = "by";
    public const string To = "to";
    public const string About = "about";

    /// <summary>The offices whose doing or conduct the question is about. A member or an officer at large is nobody in particular.</summary>
    public IReadOnlyList<string> Concerns() =>
        [
            .. Answers
                .Where(answer => answer.Key is By or About && answer.Value.Length > 0)
                .Select(answer => answer.Value)
                .Except(EnquiryKind.ProtocolQuestion.Askers),
        ];

    /// <summary>The situation in the words of a vocabulary, without a day. What was left open is not said.</summary>
    public static SituationBuilder In(Vocabulary vocabulary, string act, IEnumerable<SaidAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return answers
            .Where(answer => answer.Value.Length > 0)
            .Aggregate(
                Situation.In(vocabulary).Act(act),
                (so, answer) =>
                    answer.Key switch
                    {
                        By => so.By(answer.Value),
                        To => so.To(answer.Value),
                        About => so.About(answer.Value),
                        _ => so.With(answer.Key, answer.Value),
                    }
            );
    }

    /// <summary>The words for whoever reads or looks for it, and below them in one line what opens it again.</summary>
    public string ToText() => $"{Words}\n{JsonSerializer.Serialize(this with { Words = "" })}";

    /// <summary>Null where the text is something else: it was erased.</summary>
    public static AskedSituation? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var end = text.LastIndexOf('\n');
        try
        {
            return end < 0 ? null : JsonSerializer.Deserialize<AskedSituation>(text[(end + 1)..])! with { Words = text[..end] };
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
