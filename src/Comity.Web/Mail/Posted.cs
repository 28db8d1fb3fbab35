namespace Comity.Web.Mail;

/// <summary>What came of an attempt to send one email.</summary>
/// <param name="Failure">Why it did not leave, in the words of whoever did not take it; null when it left.</param>
/// <param name="IsRefused">They will have nothing to do with this address: there is no use in trying again.</param>
/// <param name="Code">Their code, where they gave one.</param>
public sealed record Posted(string? Failure, bool IsRefused = false, string? Code = null)
{
    private const int Longest = 500;

    public static Posted Sent { get; } = new((string?)null);

    public static Posted Failed(string failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return new Posted(failure.Length > Longest ? failure[..Longest] : failure);
    }
}
