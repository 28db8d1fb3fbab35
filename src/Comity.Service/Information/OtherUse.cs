namespace Comity.Service.Information;

/// <summary>What a member would do with something that was let out for a purpose.</summary>
/// <param name="IsPassingOn">Giving it to somebody else; otherwise using it for something else.</param>
/// <param name="Words">What for, or to whom.</param>
/// <param name="BelievedConfidential">The member believes that it is confidential, whatever the record says.</param>
/// <param name="Exception">The exception in the code of conduct on which the member relies; empty for none.</param>
public sealed record OtherUse(bool IsPassingOn, string Words, bool BelievedConfidential, string Exception);
