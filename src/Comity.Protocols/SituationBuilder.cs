using System.Collections.Immutable;
using System.Globalization;

namespace Comity.Protocols;

/// <summary>Puts a situation together. Immutable: every call gives a new builder. What is not in the vocabulary is reported with the nearest name.</summary>
public sealed class SituationBuilder
{
    private static readonly Location Nowhere = new("situation", 0, 0);

    private readonly Vocabulary vocabulary;
    private ImmutableArray<string> act = [];
    private ImmutableSortedSet<string> by = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
    private ImmutableSortedSet<string> to = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
    private ImmutableSortedSet<string> about = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
    private ImmutableSortedDictionary<string, FactAnswer> answers = ImmutableSortedDictionary.Create<string, FactAnswer>(
        StringComparer.Ordinal
    );
    private DateOnly? on;
    private ImmutableArray<Diagnostic> found = [];

    internal SituationBuilder(Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        this.vocabulary = vocabulary;
    }

    private SituationBuilder(SituationBuilder other)
    {
        vocabulary = other.vocabulary;
        act = other.act;
        by = other.by;
        to = other.to;
        about = other.about;
        answers = other.answers;
        on = other.on;
        found = other.found;
    }

    /// <summary>What was found wrong so far, with a situation that still lacks its act among it.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics =>
        act.Length > 0 || found.Any(diagnostic => diagnostic.Id == DiagnosticKinds.UnknownAct.Id)
            ? found
            : found.Add(Make(DiagnosticKinds.ActMissing, Nowhere, "the situation has no act", "add `act NAME`"));

    /// <summary>The act.</summary>
    public SituationBuilder Act(string name) => Act(new Name(name, Nowhere));

    /// <summary>A role of the person who acts. Call it again for a person with several.</summary>
    public SituationBuilder By(string role) => By(new Name(role, Nowhere));

    /// <summary>A role of the person to whom it is done.</summary>
    public SituationBuilder To(string role) => To(new Name(role, Nowhere));

    /// <summary>A role of the person whom it is about.</summary>
    public SituationBuilder About(string role) => About(new Name(role, Nowhere));

    /// <summary>A fact, its value as the language writes it: <c>yes</c>, <c>email</c>, <c>6</c>, <c>2026-04-02</c>. A later value replaces an earlier one.</summary>
    public SituationBuilder With(string fact, string value) => With(new Name(fact, Nowhere), new Name(value, Nowhere), replace: true);

    /// <summary>A yes-or-no fact.</summary>
    public SituationBuilder With(string fact, bool value) => With(fact, value ? "yes" : "no");

    /// <summary>A number.</summary>
    public SituationBuilder With(string fact, decimal value) => With(fact, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A date.</summary>
    public SituationBuilder With(string fact, DateOnly value) => With(fact, Dates.Write(value));

    /// <summary>Takes a fact away again.</summary>
    public SituationBuilder Without(string fact) => new(this) { answers = answers.Remove(fact) };

    /// <summary>The day on which it happens.</summary>
    public SituationBuilder On(DateOnly day) => new(this) { on = day };

    /// <summary>The situation.</summary>
    /// <exception cref="ArgumentException">Something was found wrong; the message says what.</exception>
    public Situation Build()
    {
        var wrong = Diagnostics;
        return wrong.Count == 0
            ? new Situation(vocabulary, act[0], [.. by], [.. to], [.. about], [.. answers.Values], on)
            : throw new ArgumentException(
                string.Join("; ", wrong.Select(d => d.Suggestion is null ? d.Message : $"{d.Message} ({d.Suggestion})"))
            );
    }

    /// <summary>The situation, or null when something was found wrong.</summary>
    public Situation? BuildOrNull() => Diagnostics.Count == 0 ? Build() : null;

    internal SituationBuilder Act(Name name) =>
        vocabulary.Acts.ContainsKey(name.Text)
            ? new(this) { act = [name.Text] }
            : Unknown(DiagnosticKinds.UnknownAct, name, "act", vocabulary.Acts.Keys);

    internal SituationBuilder By(Name role) => IsRole(role) ? new(this) { by = by.Add(role.Text) } : UnknownRole(role);

    internal SituationBuilder To(Name role) => IsRole(role) ? new(this) { to = to.Add(role.Text) } : UnknownRole(role);

    internal SituationBuilder About(Name role) => IsRole(role) ? new(this) { about = about.Add(role.Text) } : UnknownRole(role);

    internal SituationBuilder With(Name name, Name value, bool replace)
    {
        if (!vocabulary.Facts.TryGetValue(name.Text, out var fact))
        {
            return Unknown(DiagnosticKinds.UnknownFact, name, "fact", vocabulary.Facts.Keys);
        }

        if (!replace && answers.ContainsKey(name.Text))
        {
            return Wrong(DiagnosticKinds.SaidTwice, name.At, $"the fact `{name}` is given twice");
        }

        return FactAnswer.Parse(fact, value.Text) is { } answer
            ? new(this) { answers = answers.SetItem(name.Text, answer) }
            : Wrong(
                fact.Kind == FactKind.Date ? DiagnosticKinds.DateForm : DiagnosticKinds.FactValueForm,
                value.At,
                $"the fact `{name}` cannot be `{value}`",
                Advice(fact, value.Text)
            );
    }

    internal SituationBuilder WithDiagnostics(IEnumerable<Diagnostic> diagnostics) => new(this) { found = [.. diagnostics, .. found] };

    internal SituationBuilder Wrong(DiagnosticKind kind, Location at, string message, string? suggestion = null) =>
        new(this) { found = found.Add(Make(kind, at, message, suggestion)) };

    internal SituationBuilder From(Situation situation) =>
        new(this)
        {
            act = [situation.Act],
            by = by.Union(situation.By),
            to = to.Union(situation.To),
            about = about.Union(situation.About),
            answers = answers.AddRange(situation.AnswersInOrder.Select(answer => KeyValuePair.Create(answer.Fact.Name, answer))),
            on = situation.On,
        };

    private static Diagnostic Make(DiagnosticKind kind, Location at, string message, string? suggestion) =>
        new(kind.Id, kind.Severity, message, at.Path, at.Line, at.Column, suggestion);

    private static string? Advice(Fact fact, string given) =>
        fact.Kind switch
        {
            FactKind.Date => "write it as `2026-04-20`",
            FactKind.Number => "write a number in digits",
            _ => Nearest.Suggest(given, fact.Choices.Select(choice => choice.Name))
                ?? $"it is one of {string.Join(", ", fact.Choices.Select(choice => $"`{choice.Name}`"))}",
        };

    private bool IsRole(Name role) => vocabulary.Roles.ContainsKey(role.Text);

    private SituationBuilder UnknownRole(Name role) => Unknown(DiagnosticKinds.UnknownRole, role, "role", vocabulary.Roles.Keys);

    private SituationBuilder Unknown(DiagnosticKind kind, Name name, string what, IEnumerable<string> known) =>
        Wrong(kind, name.At, $"no {what} is called `{name}`", Nearest.Suggest(name.Text, known));
}
