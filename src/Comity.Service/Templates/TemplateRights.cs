using Comity.Service.Matters;
using Comity.Service.People;

namespace Comity.Service.Templates;

/// <summary>
/// Who keeps templates and who starts from them. No protocol here speaks of them, so the rule is that of the register: whoever keeps it, and a chief officer
/// for the own service; every officer may use them.
/// </summary>
public sealed class TemplateRights(CouncilOnDate council)
{
    /// <param name="serviceAreaId">Null for a template of the whole council.</param>
    public async Task<bool> MayKeepAsync(Viewer viewer, Guid? serviceAreaId, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.MayKeepRegister()
            || (serviceAreaId is { } service && await council.IsChiefOfficerOfAsync(viewer, service, on, cancellationToken));
    }

    /// <summary>The services whose templates somebody may keep.</summary>
    public async Task<IReadOnlyList<ServiceArea>> KeptByAsync(Viewer viewer, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var kept = new List<ServiceArea>();
        foreach (var service in (await council.ServicesAsync(on, cancellationToken)).Services)
        {
            if (await MayKeepAsync(viewer, service.Id, on, cancellationToken))
            {
                kept.Add(service);
            }
        }

        return kept;
    }

    public static bool MayUse(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Roles.Any(role => role != "member");
    }
}
