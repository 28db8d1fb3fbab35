namespace Comity.Service.Rulings;

/// <summary>What a ruling says of an act in a situation.</summary>
public enum RulingEffect
{
    /// <summary>It may be done.</summary>
    Permitted,

    /// <summary>It may not be done.</summary>
    NotPermitted,

    /// <summary>Somebody else decides.</summary>
    Referred,
}
