namespace Comity.Service.Requests;

/// <summary>
/// The resident a member speaks for. Optional, sealed, and granted apart from the question. The basis is asked because personal data may reach
/// a councillor and the council only on one (Data Protection Act 2018, Schedule 1, paragraphs 23 and 24: unverified reading, shown as such).
/// </summary>
public sealed record ConstituentDetails(string Name, string? Contact, string? Address, bool IsDataSubject, string Basis)
{
    /// <summary>Health, origin, belief, politics, union, sex life, biometrics or crime (UK GDPR art. 9 and 10).</summary>
    public bool IsSensitive { get; init; }

    /// <summary>The member says that no more is passed on than what was asked calls for: the condition of paragraphs 23 and 24.</summary>
    public bool IsOnlyWhatIsNeeded { get; init; }

    /// <summary>The details as they are kept: one line each.</summary>
    public string ToText() =>
        string.Join(
            '\n',
            new[]
            {
                $"Name: {Name}",
                Contact is null ? null : $"How to reach them: {Contact}",
                Address is null ? null : $"Address: {Address}",
                IsDataSubject ? "They asked the member themselves." : "Somebody else asked the member about them.",
                $"Basis: {Basis}",
                IsSensitive ? "Some of it is sensitive; no more than what was asked calls for." : null,
            }.OfType<string>()
        );
}
