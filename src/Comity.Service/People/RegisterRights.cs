using Comity.Service.Matters;
using Comity.Service.Record;

namespace Comity.Service.People;

/// <summary>
/// Who keeps the register. The clerk, the proper officer and the Monitoring Officer keep all of it; a chief officer names the contacts of the own department and
/// arranges how members reach it (wigan 4.5, 4.6).
/// </summary>
public static class RegisterRights
{
    /// <summary>The roles whose holders keep all of it.</summary>
    public static IReadOnlyList<string> Keepers { get; } = ["clerk", "proper-officer", "monitoring-officer"];

    public static bool MayKeepRegister(this Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return Keepers.Any(viewer.Holds);
    }

    public static Acting Acting(this Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return new Acting(viewer.PersonId, viewer.Name);
    }
}
