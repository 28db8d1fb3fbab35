namespace Comity.Protocols.Language;

/// <summary>A place that people take in a situation.</summary>
public enum Party
{
    /// <summary>Who does it (<c>by</c>).</summary>
    Actor,

    /// <summary>To whom it is done (<c>to</c>).</summary>
    Recipient,

    /// <summary>Whom it is about (<c>about</c>).</summary>
    Subject,
}
