using Comity.Service.Matters;

namespace Comity.Web.SignIn;

/// <summary>Who gives and takes accounts.</summary>
public static class AccountKeepers
{
    private static readonly string[] Roles = ["clerk", "proper-officer", "monitoring-officer"];

    public static bool Includes(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return Roles.Any(viewer.Holds);
    }
}
