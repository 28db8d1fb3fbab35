namespace Comity.Protocols.Editing;

/// <summary>What a suggested word is.</summary>
public enum SuggestionKind
{
    /// <summary>A word of the language.</summary>
    Keyword,

    /// <summary>An act of the vocabulary.</summary>
    Act,

    /// <summary>A role of the vocabulary.</summary>
    Role,

    /// <summary>A party of the situation: who acts, to whom, about whom.</summary>
    Party,

    /// <summary>A fact of the vocabulary.</summary>
    Fact,

    /// <summary>A value of a fact.</summary>
    Value,

    /// <summary>The id of a norm.</summary>
    Norm,

    /// <summary>The number of a clause.</summary>
    Clause,

    /// <summary>The key of a protocol file.</summary>
    File,

    /// <summary>A name that the protocol itself gives: a duty, a stage, a register.</summary>
    Name,
}
