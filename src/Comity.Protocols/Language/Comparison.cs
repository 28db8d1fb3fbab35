namespace Comity.Protocols.Language;

/// <summary>How a number is compared with a threshold.</summary>
public enum Comparison
{
    /// <summary>Strictly above: five exactly is not more than five.</summary>
    MoreThan,

    /// <summary>The threshold or above.</summary>
    AtLeast,

    /// <summary>The threshold or below.</summary>
    AtMost,

    /// <summary>Strictly below.</summary>
    FewerThan,
}
