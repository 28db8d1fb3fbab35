namespace Comity.Web.Infrastructure;

/// <summary>
/// For this viewer there is no such thing. Whether it does not exist or may not be seen is not said here either, so that no page, log or
/// message can tell the two apart.
/// </summary>
public sealed class NotFoundException() : Exception("Not found.");
