namespace Comity.Service.Information;

/// <summary>What an officer has found about an item: answers to the vocabulary's questions, and in words what has to be put on record.</summary>
public sealed record ItemFindings
{
    public const string Held = "held";
    public const string NotHeld = "not-held";
    public const string CannotBeFound = "cannot-be-found";

    /// <summary>Held, not held, or cannot be found: a search that failed is not the same as nothing to search for.</summary>
    public required string Holding { get; init; }

    /// <summary>Answers by the fact's name.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>Why the request is reasonable, or is not.</summary>
    public string? WhyReasonable { get; init; }

    /// <summary>By what power it may be shared, or why not.</summary>
    public string? WhyShared { get; init; }

    /// <summary>What could be supplied where all that was asked goes beyond the service.</summary>
    public string? Narrower { get; init; }

    public bool Says(string fact, string value = "yes") => Facts.TryGetValue(fact, out var said) && said == value;
}
