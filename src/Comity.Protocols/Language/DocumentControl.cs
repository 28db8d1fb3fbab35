namespace Comity.Protocols.Language;

/// <summary>The front matter of a protocol file: what the document says about itself.</summary>
/// <remarks>An empty value means that the document has the line and nothing on it; a missing key, that it has no such line.</remarks>
public sealed class DocumentControl
{
    private readonly Dictionary<string, string> values;

    internal DocumentControl(
        Dictionary<string, string> values,
        Layer layer,
        IReadOnlyList<string> nations,
        IReadOnlyList<string> councilKinds
    )
    {
        this.values = values;
        Layer = layer;
        Nations = nations;
        CouncilKinds = councilKinds;
    }

    /// <summary>The keys that front matter may have.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "protocol",
        "title",
        "layer",
        "council-kind",
        "nation",
        "version",
        "status",
        "responsible-officer",
        "approved-by",
        "minute",
        "adopted-on",
        "next-review",
        "retention",
        "in-force-from",
        "in-force-until",
        "source",
        "binding-rulings",
        "builds-on",
        "locked",
        "left-to-councils",
    ];

    /// <summary>The nations that front matter may name, and <c>uk</c> for all of them.</summary>
    public static IReadOnlyList<string> KnownNations => FrontMatterReader.Nations;

    /// <summary>The kinds of council that front matter may name.</summary>
    public static IReadOnlyList<string> KnownCouncilKinds => FrontMatterReader.CouncilKinds;

    /// <summary>The key by which the protocol is called; empty when the file does not name one (which is reported).</summary>
    public string Protocol => Value("protocol") ?? "";

    /// <summary>The title, or the key when there is none.</summary>
    public string Title => Value("title") is { Length: > 0 } title ? title : Protocol;

    /// <summary>The layer; <see cref="Layer.Protocol"/> unless the file says otherwise.</summary>
    public Layer Layer { get; }

    /// <summary>The kinds of council it is for; empty means any.</summary>
    public IReadOnlyList<string> CouncilKinds { get; }

    /// <summary>The nations it is for; empty means any.</summary>
    public IReadOnlyList<string> Nations { get; }

    /// <summary>The nation it is for, <c>uk</c> for all four, or null when the file does not say one.</summary>
    public string? Nation => Nations is [var only] ? only : null;

    /// <summary>The first day on which it is in force, or null.</summary>
    public DateOnly? InForceFrom => Dates.ParseOrNull(Value("in-force-from"));

    /// <summary>The last day on which it is in force, inclusive, or null.</summary>
    public DateOnly? InForceUntil => Dates.ParseOrNull(Value("in-force-until"));

    /// <summary>The norm that makes somebody's reading of the protocol binding, or null when rulings are advice.</summary>
    public string? BindingRulings => Value("binding-rulings") is { Length: > 0 } norm ? norm : null;

    /// <summary>The key of the protocol whose text this one adds to, or null when it stands by itself.</summary>
    public string? BuildsOn => Value("builds-on") is { Length: > 0 } key ? key : null;

    /// <summary>Who lays the text down so that a council may add to it and not change it; null for a text that is the council's own.</summary>
    public string? Locked => Value("locked") is { Length: > 0 } source ? source : null;

    /// <summary>The numbers of the clauses that a locked text leaves to each council.</summary>
    public IReadOnlyList<string> LeftToCouncils =>
        (Value("left-to-councils") ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The lines that the document has, in its own order.</summary>
    public IReadOnlyDictionary<string, string> Lines => values;

    /// <summary>The value of a line: empty when the line is there with nothing on it, null when there is no such line.</summary>
    public string? Value(string key) => values.GetValueOrDefault(key);
}
