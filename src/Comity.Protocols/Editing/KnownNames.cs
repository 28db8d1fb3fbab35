namespace Comity.Protocols.Editing;

/// <summary>The names that an author may use in a text: those of the vocabulary, and those that the texts beside it give.</summary>
internal sealed class KnownNames(ProtocolLibrary library, IReadOnlyList<ProtocolFile> own)
{
    private readonly Vocabulary vocabulary = library.Vocabulary;

    public IEnumerable<Suggestion> Acts => vocabulary.Acts.Values.Select(act => new Suggestion(act.Name, SuggestionKind.Act, act.Label));

    public IEnumerable<Suggestion> Roles =>
        vocabulary.Roles.Values.Select(role => new Suggestion(role.Name, SuggestionKind.Role, role.Label));

    public IEnumerable<Suggestion> Facts => FactsOf(_ => true);

    public IEnumerable<Suggestion> YesNo => FactsOf(kind => kind == FactKind.YesNo);

    public IEnumerable<Suggestion> Dates => FactsOf(kind => kind == FactKind.Date);

    /// <summary>What may meet a condition.</summary>
    public IEnumerable<Suggestion> Meeting => FactsOf(kind => kind is FactKind.YesNo or FactKind.Date);

    public static IEnumerable<Suggestion> Parties =>
        [
            new("actor", SuggestionKind.Party, "Who does it"),
            new("recipient", SuggestionKind.Party, "To whom it is done"),
            new("subject", SuggestionKind.Party, "About whom it is"),
        ];

    /// <summary>Norms of the texts that are meant, or of all where none of those has any.</summary>
    public IEnumerable<Suggestion> Norms =>
        (own.Any(file => file.Norms.Count > 0) ? own : library.Files)
            .SelectMany(file => file.Norms)
            .Select(norm => new Suggestion(norm.Id, SuggestionKind.Norm, $"{norm.Clause.Number} {norm.Clause.Heading}".Trim()));

    public IEnumerable<Suggestion> Clauses =>
        own.SelectMany(file => file.Clauses).Select(clause => new Suggestion(clause.Number, SuggestionKind.Clause, clause.Heading));

    public IEnumerable<Suggestion> Gaps =>
        own.SelectMany(file => file.Gaps)
            .Select(gap => new Suggestion(gap.Key, SuggestionKind.Name, "A silence that somebody has looked at"));

    public IEnumerable<Suggestion> Files =>
        library.Files.Select(file => new Suggestion(file.Control.Protocol, SuggestionKind.File, file.Control.Title));

    public IEnumerable<Suggestion> Duties => Named<DueEffect>(effect => effect.Duty.Text, "A duty");

    public IEnumerable<Suggestion> Registers => Named<RegisterEffect>(effect => effect.Register.Text, "A register");

    public IEnumerable<Suggestion> Publications => Named<PublishEffect>(effect => effect.What.Text, "Something sent unasked");

    public IEnumerable<Suggestion> Stages => Named<RouteEffect>(effect => effect.Stage, "A stage of the route");

    public Fact? Fact(string name) => vocabulary.Facts.GetValueOrDefault(name);

    public bool IsRole(string name) => vocabulary.Roles.ContainsKey(name);

    public IEnumerable<Suggestion> ValuesOf(string fact) =>
        Fact(fact) is { } known ? known.Choices.Select(choice => new Suggestion(choice.Name, SuggestionKind.Value, choice.Label)) : [];

    private IEnumerable<Suggestion> FactsOf(Func<FactKind, bool> wanted) =>
        vocabulary
            .Facts.Values.Where(fact => wanted(fact.Kind))
            .Select(fact => new Suggestion(fact.Name, SuggestionKind.Fact, fact.Question));

    private IEnumerable<Suggestion> Named<T>(Func<T, string> name, string what)
        where T : Effect =>
        own.SelectMany(file => file.Rules)
            .SelectMany(rule => rule.Effects.OfType<T>())
            .Select(name)
            .Distinct(StringComparer.Ordinal)
            .Select(text => new Suggestion(text, SuggestionKind.Name, what));
}
