namespace Comity.Protocols.Language;

/// <summary>How strongly a rule speaks. Polarity is separate.</summary>
public enum Strength
{
    /// <summary><c>must</c>.</summary>
    Must,

    /// <summary><c>should</c>.</summary>
    Should,

    /// <summary><c>may</c>.</summary>
    May,

    /// <summary><c>is</c>: the rule says how things are.</summary>
    Is,

    /// <summary><c>right</c>: a person is entitled to it.</summary>
    Right,
}
