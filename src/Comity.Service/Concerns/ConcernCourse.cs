using System.Text.Json;

namespace Comity.Service.Concerns;

/// <summary>
/// All that a concern has come to, as one sealed text: what was asked of the protocol, on which grounds, what was consented to and the steps. It is written anew
/// with each change.
/// </summary>
public sealed record ConcernCourse
{
    public required string Act { get; init; }

    /// <summary>Null for somebody from outside without an account.</summary>
    public Guid? RaisedBy { get; init; }

    public required Guid About { get; init; }

    public required DateOnly RaisedOn { get; init; }

    /// <summary>When it happened, as far as it was said: conduct is judged by the version in force then.</summary>
    public DateOnly? HappenedOn { get; init; }

    public required IReadOnlyDictionary<string, string> Facts { get; init; }

    /// <summary>The norms that it rests on.</summary>
    public IReadOnlyList<string> Grounds { get; init; } = [];

    /// <summary>Of <see cref="EqualityGround"/>, as far as it was said.</summary>
    public IReadOnlyList<string> Equality { get; init; } = [];

    public IReadOnlyList<ConcernConsent> Consents { get; init; } = [];

    /// <summary>The steps so far, the present one last.</summary>
    public IReadOnlyList<ConcernStep> Steps { get; init; } = [];

    /// <summary>A concern begins informally, and becomes formal only with the consent of whoever raised it or where the law demands it.</summary>
    public bool IsFormal { get; init; }

    /// <summary>The protocol's stages that are behind it, the last at the end: a talk that was passed over, steps at which it was not settled.</summary>
    public IReadOnlyList<string> PassedStages { get; init; } = [];

    /// <summary>Whoever hears it that has taken it up, the last at the end.</summary>
    public IReadOnlyList<TakenUp> TakenUp { get; init; } = [];

    /// <summary>What is known of the hearing, by the fact's name: whom was consulted, whether it was investigated.</summary>
    public IReadOnlyDictionary<string, string> Hearing { get; init; } = new Dictionary<string, string>();

    /// <summary>Whoever stepped aside, could hear it no longer, or was not to hear it from the beginning.</summary>
    public IReadOnlyList<Guid> Shut { get; init; } = [];

    /// <summary>Other concerns that have to do with it.</summary>
    public IReadOnlyList<LinkedConcern> Linked { get; init; } = [];

    /// <summary>Of them, whom a reporter without an account did not want to hear it, with no reason asked.</summary>
    public IReadOnlyList<Guid> AskedNotToHear { get; init; } = [];

    /// <summary>Whoever helped both sides to settle it, the last at the end.</summary>
    public IReadOnlyList<Mediation> Mediations { get; init; } = [];

    /// <summary>When the person whom it is about was told; null before.</summary>
    public DateTime? ToldAt { get; init; }

    /// <summary>Whoever raised it was named to the person whom it is about.</summary>
    public bool NamePassedOn { get; init; }

    /// <summary>What came of it, the last outcome at the end: a review may come to another.</summary>
    public IReadOnlyList<ConcernOutcome> Outcomes { get; init; } = [];

    /// <summary>What was done afterwards to whoever raised it, in the order in which it came to be known.</summary>
    public IReadOnlyList<LaterAct> LaterActs { get; init; } = [];

    /// <summary>Whoever is shown that; null while there is nobody who may be.</summary>
    public Hearer? Watcher { get; init; }

    public Mediation? MediationUnderWay => Mediations is [.., { EndedAt: null } last] ? last : null;

    public ConcernStep Step => Steps[^1];

    /// <summary>What whoever raised it agreed to last, on this question; nothing said is no consent.</summary>
    public bool HasConsent(string to) => Consents.LastOrDefault(consent => consent.To == to)?.IsGiven == true;

    public ConcernCase CaseOn(DateOnly day) => new(Act, RaisedBy, About, Facts, day) { Shut = Shut };

    public string ToText() => JsonSerializer.Serialize(this);

    public static ConcernCourse Read(string text) =>
        JsonSerializer.Deserialize<ConcernCourse>(text) ?? throw new InvalidOperationException("The course of a concern is empty.");
}
