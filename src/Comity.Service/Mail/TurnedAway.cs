namespace Comity.Service.Mail;

/// <summary>Why an email was turned away, and who decided it; sealed with the email, because the reason may say who wrote and what.</summary>
public sealed record TurnedAway(Guid By, string Why);
