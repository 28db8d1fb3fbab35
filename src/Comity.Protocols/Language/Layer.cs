namespace Comity.Protocols.Language;

/// <summary>Where a rule comes from. Nothing in one layer is overridden from another, save that mandatory law may override a protocol.</summary>
public enum Layer
{
    /// <summary>Statute and regulations.</summary>
    Law,

    /// <summary>A binding ruling on what the protocol means, where the protocol gives somebody that power.</summary>
    Ruling,

    /// <summary>The protocol itself.</summary>
    Protocol,

    /// <summary>The council's own choice where the protocol leaves a gap.</summary>
    Arrangement,

    /// <summary>Comity's own safeguard; never cited as protocol.</summary>
    Safeguard,
}
