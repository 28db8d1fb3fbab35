namespace Comity.Protocols.Language;

/// <summary>The registry of every kind of finding. An id is given once and never used again for something else.</summary>
public static class DiagnosticKinds
{
    // Reading a text: CP0001 to CP0099.
    internal static readonly DiagnosticKind FrontMatterMissing = Error("CP0001", "no front matter");
    internal static readonly DiagnosticKind FrontMatterLine = Error("CP0002", "a line of the front matter is not `key: value`");
    internal static readonly DiagnosticKind FrontMatterKey = Error("CP0003", "unknown key in the front matter");
    internal static readonly DiagnosticKind FrontMatterTwice = Error("CP0004", "a key stands twice in the front matter");
    internal static readonly DiagnosticKind FrontMatterValue = Error("CP0005", "a value of the front matter is not one of those allowed");
    internal static readonly DiagnosticKind ProtocolKeyMissing = Error("CP0006", "the front matter does not name the protocol");
    internal static readonly DiagnosticKind HeadingForm = Error("CP0007", "a heading lacks its number or its lasting id");
    internal static readonly DiagnosticKind ClauseNumberTwice = Error("CP0008", "two clauses have one number");
    internal static readonly DiagnosticKind LastingIdTwice = Error("CP0009", "two clauses have one lasting id");
    internal static readonly DiagnosticKind BlockNotClosed = Error("CP0010", "a block is not closed");
    internal static readonly DiagnosticKind BlockKind = Error("CP0011", "unknown kind of block");
    internal static readonly DiagnosticKind BlockOutsideClause = Error("CP0012", "a block stands before the first clause");
    internal static readonly DiagnosticKind NormIdForm = Error("CP0013", "the id of a norm is not `protocol/clause/letter`");
    internal static readonly DiagnosticKind NormOfOtherProtocol = Error("CP0014", "the id of a norm names another protocol");
    internal static readonly DiagnosticKind NormUnderOtherClause = Error("CP0015", "a norm stands under another clause than its id says");
    internal static readonly DiagnosticKind Keyword = Error("CP0016", "a line starts with an unknown word");
    internal static readonly DiagnosticKind OnMissing = Error("CP0017", "a rule does not start with `on`");
    internal static readonly DiagnosticKind NoEffect = Error("CP0018", "a rule says nothing");
    internal static readonly DiagnosticKind LineForm = Error("CP0019", "a line breaks off or goes on too long");
    internal static readonly DiagnosticKind ConditionForm = Error("CP0020", "a condition cannot be read");
    internal static readonly DiagnosticKind WhoForm = Error("CP0021", "a person or office cannot be read");
    internal static readonly DiagnosticKind ClockForm = Error("CP0022", "a clock cannot be read");
    internal static readonly DiagnosticKind TextForm = Error("CP0023", "a text is not in quotation marks");
    internal static readonly DiagnosticKind ClauseWithoutBlock = Warning(
        "CP0024",
        "a clause has neither words nor rules nor clauses under it"
    );
    internal static readonly DiagnosticKind NormTwice = Error("CP0025", "two blocks have one key");
    internal static readonly DiagnosticKind BlockIncomplete = Error("CP0026", "a gap, clash or fault lacks a line that it needs");

    internal static readonly DiagnosticKind DatesReversed = Error("CP0027", "a rule ends before it begins");

    // Names and types: CP0100 to CP0199.
    internal static readonly DiagnosticKind UnknownAct = Error("CP0101", "unknown act");
    internal static readonly DiagnosticKind UnknownRole = Error("CP0102", "unknown role");
    internal static readonly DiagnosticKind UnknownFact = Error("CP0103", "unknown fact");
    internal static readonly DiagnosticKind UnknownValue = Error("CP0104", "unknown value of a fact");
    internal static readonly DiagnosticKind FactKindMismatch = Error("CP0105", "a fact is used as if it were of another kind");
    internal static readonly DiagnosticKind UnknownNorm = Error("CP0106", "unknown norm");
    internal static readonly DiagnosticKind DespiteOtherLayer = Error("CP0107", "a rule overrides a rule of another layer");
    internal static readonly DiagnosticKind DespiteCircle = Error("CP0108", "rules override each other in a circle");
    internal static readonly DiagnosticKind UnknownStage = Error("CP0109", "a step comes after a stage that no step has");
    internal static readonly DiagnosticKind StageCircle = Error("CP0110", "steps of a route come after each other in a circle");
    internal static readonly DiagnosticKind AnchorNotDate = Error("CP0111", "a clock runs from a fact that is not a date");
    internal static readonly DiagnosticKind PermissiveLaw = Error("CP0112", "a permission in law overrides a local rule");
    internal static readonly DiagnosticKind TooManyRules = Error("CP0113", "too many rules for one act");
    internal static readonly DiagnosticKind TooManyFacts = Error("CP0114", "too many different tests of facts for one act");
    internal static readonly DiagnosticKind ConditionTooLarge = Error("CP0115", "a condition has too many combinations");
    internal static readonly DiagnosticKind DespiteNeverMeets = Warning(
        "CP0116",
        "a rule overrides a norm that has no act in common with it"
    );
    internal static readonly DiagnosticKind NeverInForce = Warning("CP0117", "a rule can never be in force");
    internal static readonly DiagnosticKind StopNothing = Warning("CP0118", "a rule stops a duty that nothing starts");
    internal static readonly DiagnosticKind LayerTwice = Error("CP0119", "a protocol is loaded twice, or as the wrong layer");
    internal static readonly DiagnosticKind RulingNotBinding = Error("CP0120", "a ruling where the protocol makes none binding");
    internal static readonly DiagnosticKind RulingUndated = Error("CP0121", "a ruling without its date");
    internal static readonly DiagnosticKind LockedClauseChanged = Error("CP0122", "a clause that only its maker may change is changed");
    internal static readonly DiagnosticKind BaseMissing = Error(
        "CP0123",
        "the text that a protocol builds on is not there, or is not locked"
    );

    // Vocabulary: CP0200 to CP0299.
    internal static readonly DiagnosticKind NameTwice = Error("CP0201", "a name is declared twice");
    internal static readonly DiagnosticKind NameReserved = Error("CP0202", "a name is reserved");
    internal static readonly DiagnosticKind NameForm = Error("CP0203", "a name is not in lower case with hyphens");
    internal static readonly DiagnosticKind RoleCircle = Error("CP0204", "a role is itself by way of others");
    internal static readonly DiagnosticKind FactKindMissing = Error("CP0205", "a fact lacks its kind, or has an unknown one");
    internal static readonly DiagnosticKind FactValues = Error("CP0206", "the values of a fact do not fit its kind");
    internal static readonly DiagnosticKind PresumptionValue = Error("CP0207", "a fact presumes what it cannot be");
    internal static readonly DiagnosticKind LabelMissing = Error("CP0208", "an act, role or fact lacks the words that people see");

    // Situations and cases: CP0300 to CP0399.
    internal static readonly DiagnosticKind FactValueForm = Error("CP0301", "a fact is given a value that it cannot have");
    internal static readonly DiagnosticKind ActMissing = Error("CP0302", "a situation has no act");
    internal static readonly DiagnosticKind DateForm = Error("CP0303", "a date is not in the form `2026-04-20`");
    internal static readonly DiagnosticKind CaseMissing = Error("CP0304", "a line stands before the first case");
    internal static readonly DiagnosticKind ExpectationForm = Error("CP0305", "an expectation cannot be read");
    internal static readonly DiagnosticKind NothingExpected = Error("CP0306", "a case expects nothing");
    internal static readonly DiagnosticKind UnknownLayer = Error("CP0307", "a case loads a protocol that is not there");
    internal static readonly DiagnosticKind SaidTwice = Error("CP0308", "a situation says one thing twice");

    // Analysis of a whole protocol: CP0400 to CP0499.
    internal static readonly DiagnosticKind Contradiction = Warning("CP0401", "two rules contradict each other and neither prevails");
    internal static readonly DiagnosticKind RuleWithoutEffect = Warning("CP0402", "a rule changes no answer");
    internal static readonly DiagnosticKind ClauseNotCovered = Warning("CP0403", "no rule speaks for a clause");
    internal static readonly DiagnosticKind ExceptionWithoutEffect = Warning("CP0404", "an exception excepts nothing");
    internal static readonly DiagnosticKind StepNeverReached = Warning("CP0405", "no situation leads to a step of a route");

    internal static readonly DiagnosticKind LockedClauseContradicted = Warning(
        "CP0406",
        "a council's own rule says otherwise than a clause that it may not change"
    );

    /// <summary>Every kind, in the order of the ids.</summary>
    public static IReadOnlyList<DiagnosticKind> All { get; } =
    [
        .. typeof(DiagnosticKinds)
            .GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)
            .Select(field => field.GetValue(null))
            .OfType<DiagnosticKind>()
            .OrderBy(kind => kind.Id, StringComparer.Ordinal),
    ];

    /// <summary>True for what is wrong in how a text is written, whatever its names mean: all but the findings of names, types and analysis.</summary>
    internal static bool IsOfForm(string id) => id is not [_, _, _, '1' or '2' or '4', ..];

    private static DiagnosticKind Error(string id, string title) => new(id, Severity.Error, title);

    private static DiagnosticKind Warning(string id, string title) => new(id, Severity.Warning, title);
}
