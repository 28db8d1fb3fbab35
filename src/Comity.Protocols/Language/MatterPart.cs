namespace Comity.Protocols.Language;

/// <summary>A part of a matter that may be seen by some and not by others.</summary>
public enum MatterPart
{
    /// <summary>That the matter exists.</summary>
    Matter,

    /// <summary>What it says.</summary>
    Content,

    /// <summary>The constituent for whom it was raised.</summary>
    Constituent,

    /// <summary>Who raised it.</summary>
    Identity,

    /// <summary>The private notes of those who deal with it.</summary>
    Notes,
}
