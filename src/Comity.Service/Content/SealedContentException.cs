namespace Comity.Service.Content;

/// <summary>Sealed content, a key or a backup of keys that does not open. The message names no content.</summary>
public sealed class SealedContentException(SealedFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Why.</summary>
    public SealedFailure Failure { get; } = failure;
}
