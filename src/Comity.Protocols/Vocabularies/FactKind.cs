namespace Comity.Protocols.Vocabularies;

/// <summary>The kinds of facts.</summary>
public enum FactKind
{
    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>One value of a closed list.</summary>
    OneOf,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>The name of a stage of a route; only the built-in <see cref="Fact.UnresolvedAt"/> is of this kind.</summary>
    Stage,
}
