using Comity.Service.Kept;
using Comity.Service.Matters;
using Comity.Service.People;

namespace Comity.Service.Figures;

/// <summary>
/// Of what somebody sees figures: whoever keeps the register, of the whole council; whoever heads a service or manages an office in it, of that service and
/// its parts. Nobody else sees any.
/// </summary>
public sealed class FigureRights(CouncilNow now)
{
    /// <summary>The services of which somebody may see figures.</summary>
    /// <param name="IsWhole">All of them, and what is of no service.</param>
    public sealed record Reach(bool IsWhole, IReadOnlyList<ServiceArea> Services)
    {
        public bool IsNothing => !IsWhole && Services.Count == 0;
    }

    public async Task<Reach> OfAsync(Viewer viewer, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var register = (await now.GetAsync(cancellationToken)).Register;
        var tree = register.Services(on);
        if (viewer.MayKeepRegister())
        {
            return new Reach(true, tree.Services);
        }

        var heads = register.RolesFor("chief-officer", on);
        var managing = register
            .ManagementAbove(register.AllHeld(on).Select(held => held.OfficeId).Distinct(), on)
            .Where(above => above.Step == 1)
            .Select(above => above.OfficeId)
            .ToHashSet();
        var own = register
            .OfficesOf(viewer.PersonId, on)
            .Where(office => office.ServiceAreaId is not null && (heads.Contains(office.Role) || managing.Contains(office.OfficeId)))
            .Select(office => office.ServiceAreaId!.Value)
            .ToHashSet();
        return new Reach(false, [.. tree.Services.Where(service => tree.PathUp(service.Id).Any(own.Contains))]);
    }
}
