using Comity.Service.Matters;
using Comity.Service.Record;

namespace Comity.Service.People;

/// <summary>
/// Who keeps the register. The clerk, the proper officer and the Monitoring Officer keep all of it; a chief officer names the contacts of the own department and
/// arranges how members reach it (wigan 4.5, 4.6).
/// </summary>
public static class RegisterRights
{
    public static bool MayKeepRegister(this Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Holds("clerk") || viewer.Holds("proper-officer") || viewer.Holds("monitoring-officer");
    }

    public static Acting Acting(this Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return new Acting(viewer.PersonId, viewer.Name);
    }
}
