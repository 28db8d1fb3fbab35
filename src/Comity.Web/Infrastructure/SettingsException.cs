namespace Comity.Web.Infrastructure;

/// <summary>The service refuses to start as it is set up; the message says why and what would do.</summary>
public sealed class SettingsException(string message) : Exception(message);
