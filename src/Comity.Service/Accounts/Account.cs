using Microsoft.AspNetCore.Identity;

namespace Comity.Service.Accounts;

/// <summary>How a person signs in. Apart from the person: somebody may leave, and come back, and what they did stays theirs.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Guid PersonId { get; init; }

    /// <summary>When the clerk's invitation was sent; the account has no password until it is taken up.</summary>
    public DateTime? InvitedAt { get; set; }

    public DateTime? ClosedAt { get; set; }
}
