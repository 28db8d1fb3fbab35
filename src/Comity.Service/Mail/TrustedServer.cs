namespace Comity.Service.Mail;

/// <summary>
/// The mail server whose word on a sender is taken: the name by which it signs its Authentication-Results header (RFC 8601, authserv-id). Microsoft 365 signs with
/// no name; what stands uppermost in a message of the council's own mailbox there is its own.
/// </summary>
public sealed record TrustedServer(string? Name)
{
    public static TrustedServer Microsoft365 { get; } = new((string?)null);
}
