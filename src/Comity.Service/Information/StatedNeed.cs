namespace Comity.Service.Information;

/// <summary>Why a member needs to see something: said by the member, weighed by the officer, and kept with what is let out as what it may be used for.</summary>
/// <param name="Duty">Which duty of a member calls for it.</param>
/// <param name="Matter">On which matter.</param>
/// <param name="Why">Why this document is necessary for it.</param>
/// <param name="Purpose">What it will be used for.</param>
/// <param name="Interests">What interest the member has in the matter; empty for none.</param>
/// <param name="InConfidence">The member accepts that it may come in confidence.</param>
public sealed record StatedNeed(string Duty, string Matter, string Why, string Purpose, string Interests, bool InConfidence);
