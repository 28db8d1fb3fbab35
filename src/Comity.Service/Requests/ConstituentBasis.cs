using Comity.Service.Matters;

namespace Comity.Service.Requests;

/// <summary>
/// On what a member may pass a resident's details on (Data Protection Act 2018, Schedule 1, paragraphs 23 and 24: an unverified reading, shown as such):
/// the person's own request; or somebody else's, on one of four limbs.
/// </summary>
public static class ConstituentBasis
{
    public const string OwnRequest = "The person asked for it.";

    /// <summary>In the order of the Schedule.</summary>
    public static IReadOnlyList<string> Limbs { get; } =
    [
        "The person cannot give consent.",
        "Consent cannot reasonably be got from the person.",
        "Asking for consent would prejudice what has to be done.",
        "Consent is unreasonably withheld and it is needed for somebody else.",
    ];

    /// <summary>Why the details may not go as they are; null where they may.</summary>
    public static string? WhyNot(ConstituentDetails details, Capacity capacity)
    {
        ArgumentNullException.ThrowIfNull(details);
        return capacity == Capacity.Party
                ? "You ask for your party or group: a resident’s details may not go with that. Change in which capacity you ask, or leave them out"
            : string.IsNullOrWhiteSpace(details.Basis) || (!details.IsDataSubject && !Limbs.Contains(details.Basis))
                ? "Choose why you may pass the details on, or leave the details out"
            : details is { IsSensitive: true, IsOnlyWhatIsNeeded: false }
                ? "Sensitive details may go only as far as they are needed: say that these are, or leave them out"
            : null;
    }
}
