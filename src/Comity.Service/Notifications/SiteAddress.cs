namespace Comity.Service.Notifications;

/// <summary>Where this council's service is reached, as it stands in emails.</summary>
public sealed class SiteAddress(Uri root)
{
    public Uri For(string path) => new(root, path);
}
