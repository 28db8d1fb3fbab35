namespace Comity.Service.Information;

/// <summary>A reason for keeping something back, with the number under which the law has it.</summary>
/// <param name="Key">What is stored.</param>
/// <param name="Law">The provision; empty where it rests on the protocol or on common law.</param>
/// <param name="Words">In a few words.</param>
/// <param name="Category">The kind of exempt information, in the words of the vocabulary; null where it is none.</param>
/// <param name="Without">Facts that are no longer so of the rest, once what falls under this ground is left out.</param>
public sealed record WithholdingGround(string Key, string Law, string Words, string? Category = null, params string[] Without)
{
    /// <summary>Whether it says that the information is confidential or exempt: then keeping it back may be for one officer alone.</summary>
    public bool IsConfidentialOrExempt => Without.Contains("confidential") || Without.Contains("exempt");

    /// <summary>Its number rests on general knowledge and was not compared with the law's text.</summary>
    public bool IsUnverified { get; init; }

    public string InFull => Law.Length == 0 ? Words : $"{Law}{(IsUnverified ? " (number unverified)" : "")}: {Words}";
}
