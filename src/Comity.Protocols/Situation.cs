using System.Runtime.InteropServices;
using System.Text;
using Comity.Protocols.Explanations;

namespace Comity.Protocols;

/// <summary>An act, the people in it, what is known about it, and the day. Immutable.</summary>
public sealed class Situation
{
    // Written out when somebody first reads it; two threads that do so at once write the same.
    private Dictionary<string, string>? facts;

    // All that a decision reads, in one piece of memory: the roles of the three places as the vocabulary numbers them, those who act first,
    // and then for each answer its fact and its choice.
    private readonly short[] numbers;
    private readonly int toStart;
    private readonly int aboutStart;
    private readonly int choicesStart;

    internal Situation(
        Vocabulary vocabulary,
        string act,
        IReadOnlyList<string> by,
        IReadOnlyList<string> to,
        IReadOnlyList<string> about,
        IReadOnlyList<FactAnswer> answers,
        DateOnly? on
    )
    {
        Vocabulary = vocabulary;
        Act = act;
        By = by;
        To = to;
        About = about;
        On = on;
        ActIndex = vocabulary.Acts[act].Index;
        AnswersInOrder = [.. answers];
        (toStart, aboutStart, choicesStart) = (by.Count, by.Count + to.Count, by.Count + to.Count + about.Count);
        numbers = new short[choicesStart + (AnswersInOrder.Length * 2)];
        Number(by, 0);
        Number(to, toStart);
        Number(about, aboutStart);
        for (var i = 0; i < AnswersInOrder.Length; i++)
        {
            numbers[choicesStart + (i * 2)] = (short)AnswersInOrder[i].Fact.Index;
            numbers[choicesStart + (i * 2) + 1] = (short)AnswersInOrder[i].Choice;
        }

        void Number(IReadOnlyList<string> names, int start)
        {
            for (var i = 0; i < names.Count; i++)
            {
                numbers[start + i] = (short)vocabulary.RoleIndex[names[i]];
            }
        }
    }

    /// <summary>The vocabulary in which it speaks.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The act.</summary>
    public string Act { get; }

    /// <summary>The roles of the person who acts, in alphabetical order.</summary>
    public IReadOnlyList<string> By { get; }

    /// <summary>The roles of the person to whom it is done, in alphabetical order.</summary>
    public IReadOnlyList<string> To { get; }

    /// <summary>The roles of the person whom it is about, in alphabetical order.</summary>
    public IReadOnlyList<string> About { get; }

    /// <summary>What is known, by the name of the fact, as the language writes it.</summary>
    public IReadOnlyDictionary<string, string> Facts =>
        facts ??= AnswersInOrder.ToDictionary(answer => answer.Fact.Name, answer => answer.ToString(), StringComparer.Ordinal);

    /// <summary>The day on which it happens, or null.</summary>
    public DateOnly? On { get; }

    internal FactAnswer[] AnswersInOrder { get; }

    internal int ActIndex { get; }

    // One for each of AnswersInOrder.
    internal ReadOnlySpan<ChosenAnswer> Choices => MemoryMarshal.Cast<short, ChosenAnswer>(numbers.AsSpan(choicesStart));

    internal ReadOnlySpan<short> ByIndexes => numbers.AsSpan(0, toStart);

    internal ReadOnlySpan<short> ToIndexes => numbers.AsSpan(toStart, aboutStart - toStart);

    internal ReadOnlySpan<short> AboutIndexes => numbers.AsSpan(aboutStart, choicesStart - aboutStart);

    // The last explanation, for when the same protocol is asked again. It follows from the situation and the protocol alone, so that it does not
    // matter which thread writes it.
    internal DecisionParts? Explained { get; set; }

    /// <summary>Starts a situation.</summary>
    public static SituationBuilder In(Vocabulary vocabulary) => new(vocabulary);

    /// <summary>Reads a situation as <see cref="ToCanonicalText"/> writes it.</summary>
    /// <param name="source">The text: lines <c>act</c>, <c>by</c>, <c>to</c>, <c>about</c>, <c>fact NAME = VALUE</c>, <c>on DATE</c>, in any order.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <returns>A builder with everything that could be read, and its diagnostics.</returns>
    public static SituationBuilder Parse(SourceText source, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(source);
        var bag = new DiagnosticBag();
        var builder = In(vocabulary);
        foreach (var line in SourceLine.Split(source).Where(line => !string.IsNullOrWhiteSpace(line.Text) && !line.IsComment))
        {
            var reader = new LineReader(line, bag);
            if (SituationReader.Read(reader, builder) is { } next)
            {
                builder = next;
            }
            else
            {
                bag.Report(
                    DiagnosticKinds.Keyword,
                    reader.Here,
                    $"no line of a situation starts with `{reader.Peek}`",
                    Nearest.Suggest(reader.Peek, SituationReader.Keywords)
                );
            }
        }

        return builder.WithDiagnostics(bag.InOrder());
    }

    /// <summary>The situation in a form that is the same, byte for byte, for the same situation: it can be stored and replayed.</summary>
    public string ToCanonicalText()
    {
        var text = new StringBuilder();
        text.Append("act ").Append(Act).Append('\n');
        AppendPlace("by", By);
        AppendPlace("to", To);
        AppendPlace("about", About);
        foreach (var (name, value) in Facts.OrderBy(fact => fact.Key, StringComparer.Ordinal))
        {
            text.Append("fact ").Append(name).Append(" = ").Append(value).Append('\n');
        }

        if (On is { } day)
        {
            text.Append("on ").Append(Dates.Write(day)).Append('\n');
        }

        return text.ToString();

        void AppendPlace(string word, IReadOnlyList<string> roles)
        {
            if (roles.Count > 0)
            {
                text.Append(word).Append(' ').AppendJoin(", ", roles).Append('\n');
            }
        }
    }

    /// <summary>A builder that starts from this situation.</summary>
    public SituationBuilder ToBuilder() => new SituationBuilder(Vocabulary).From(this);

    // The same situation in another vocabulary, for a protocol that was compiled with a later reading of the same files.
    internal Situation Rebind(Vocabulary other) =>
        ReferenceEquals(other, Vocabulary) ? this : Parse(new SourceText("situation", ToCanonicalText()), other).Build();
}
