using Comity.Service.People;

namespace Comity.Service.WardInformation;

/// <summary>A member who is told, why, and the norm that wants it or Comity's own safeguard.</summary>
public sealed record NewsRecipient(HeldOffice Office, string Why, string Source);
