using Comity.Service.Matters;

namespace Comity.Service.Concerns.Raising;

/// <summary>A concern that is being written: what has been filled in so far.</summary>
public sealed record ConcernDraft
{
    public Guid? About { get; init; }
    public string? Act { get; init; }

    /// <summary>Answers to the protocol's questions, by the fact's name.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>Stages that the person does not begin with, each with the recorded reason: a first talk that was not had.</summary>
    public string? PassesOver { get; init; }

    public string? ReasonToPassOver { get; init; }

    public string? ReasonToGoOn { get; init; }
    public IReadOnlyList<string> Grounds { get; init; } = [];

    /// <summary>Of <see cref="EqualityGround"/>, as far as the person wants to say.</summary>
    public IReadOnlyList<string> Equality { get; init; } = [];

    public string? WhatHappened { get; init; }
    public DateOnly? HappenedOn { get; init; }

    /// <summary>What would put it right.</summary>
    public string? PutRight { get; init; }

    public IReadOnlyList<DraftFile> Files { get; init; } = [];

    /// <summary>What the person agrees to, of <see cref="ConcernConsent.All"/>; null while it was not asked.</summary>
    public IReadOnlyList<string>? Consents { get; init; }

    /// <summary>The way chosen, where the protocol leaves a choice (<see cref="ConcernDoor.Key"/>).</summary>
    public string? Door { get; init; }

    /// <summary>Who somebody without an account is, if they say so.</summary>
    public string? ReporterName { get; init; }

    /// <summary>Whom somebody without an account does not want to hear it.</summary>
    public IReadOnlyList<Guid> Shut { get; init; } = [];

    public ConcernCase? CaseFor(Guid? raisedBy, DateOnly on) =>
        About is { } about && Act is { } act
            ? new ConcernCase(act, raisedBy, about, Facts, on) { UnresolvedAt = PassesOver, Shut = Shut }
            : null;
}
