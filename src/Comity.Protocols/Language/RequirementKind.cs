namespace Comity.Protocols.Language;

/// <summary>What a condition asks for.</summary>
public enum RequirementKind
{
    /// <summary>Somebody's approval.</summary>
    Approval,

    /// <summary>Somebody's consent.</summary>
    Consent,

    /// <summary>Somebody's signature.</summary>
    Signature,

    /// <summary>Somebody is told beforehand.</summary>
    Notice,

    /// <summary>Somebody gets a copy.</summary>
    Copy,

    /// <summary>Something is put on record.</summary>
    Record,

    /// <summary>Somebody is asked for a view beforehand, and it is weighed. Theirs is a say, not a veto.</summary>
    Consultation,
}
