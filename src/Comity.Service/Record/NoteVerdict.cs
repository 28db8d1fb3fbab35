namespace Comity.Service.Record;

/// <summary>What a key says about a note.</summary>
public enum NoteVerdict
{
    /// <summary>Signed by this key, and the signature is right.</summary>
    Signed,

    /// <summary>Carries no signature of this key.</summary>
    NotSignedByThisKey,

    /// <summary>Names this key, but the signature is wrong: the text or the signature was altered.</summary>
    WrongSignature,
}
