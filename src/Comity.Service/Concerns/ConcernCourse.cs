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

    public IReadOnlyList<ConcernConsent> Consents { get; init; } = [];

    /// <summary>The steps so far, the present one last.</summary>
    public IReadOnlyList<ConcernStep> Steps { get; init; } = [];

    /// <summary>A concern begins informally, and becomes formal only with the consent of whoever raised it or where the law demands it.</summary>
    public bool IsFormal { get; init; }

    public ConcernStep Step => Steps[^1];

    /// <summary>What whoever raised it agreed to last, on this question; nothing said is no consent.</summary>
    public bool HasConsent(string to) => Consents.LastOrDefault(consent => consent.To == to)?.IsGiven == true;

    public ConcernCase CaseOn(DateOnly day) => new(Act, RaisedBy, About, Facts, day);

    public string ToText() => JsonSerializer.Serialize(this);

    public static ConcernCourse Read(string text) =>
        JsonSerializer.Deserialize<ConcernCourse>(text) ?? throw new InvalidOperationException("The course of a concern is empty.");
}
