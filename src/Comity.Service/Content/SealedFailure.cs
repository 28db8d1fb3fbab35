namespace Comity.Service.Content;

/// <summary>Why sealed content does not open.</summary>
public enum SealedFailure
{
    /// <summary>It is not in a format that this version knows.</summary>
    UnknownFormat,

    /// <summary>The council key that it needs is not in the key folder.</summary>
    KeyMissing,

    /// <summary>The key at hand is not the one that sealed it.</summary>
    WrongKey,

    /// <summary>The matter's key was erased: nobody can open it any more, which was the purpose.</summary>
    KeyErased,

    /// <summary>It was altered, or moved from the place it was sealed for.</summary>
    Tampered,

    /// <summary>The passphrase is wrong, or the backup was altered: the two cannot be told apart.</summary>
    WrongPassphraseOrAltered,

    /// <summary>Others on the machine can read the key folder or a file in it.</summary>
    KeyFolderOpenToOthers,
}
