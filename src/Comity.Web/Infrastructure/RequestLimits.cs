namespace Comity.Web.Infrastructure;

/// <summary>How much a browser may send at once. A page that takes files names the larger figure with [RequestSizeLimit].</summary>
public static class RequestLimits
{
    public const long Page = 1 << 20;
    public const long WithAttachments = 32 << 20;
}
