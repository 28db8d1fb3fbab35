using Comity.Service.People;

namespace Comity.Service.Demonstration;

/// <summary>A made-up member in office: who, for which ward, and from when to when.</summary>
internal sealed record CastMember(Person Person, Ward Ward, bool HoldsSeniorOffice, DateOnly From, DateOnly? Until)
{
    public bool SitsOn(DateOnly day) => From <= day && (Until is null || Until >= day);
}

/// <summary>The people of the made-up council as the enquiries need them.</summary>
internal sealed record Cast(
    DemonstrationCouncil Council,
    IReadOnlyList<CastMember> Members,
    IReadOnlyDictionary<string, ServiceArea> Services,
    IReadOnlyDictionary<string, (Person Person, Office Office)> Posts
)
{
    /// <summary>Keeps the register and enters what the council has settled.</summary>
    public Person Keeper => Posts[Council.Keeper].Person;

    /// <summary>Where a topic belongs; null where the council has no service for it.</summary>
    public Guid? ServiceOf(Topic topic) => Services.TryGetValue(topic.Service, out var service) ? service.Id : null;

    /// <summary>The offices that can have what is asked on a topic, the first in line first.</summary>
    public IReadOnlyList<Office> LeadsOf(Topic topic) =>
        [
            .. (Council.Services.FirstOrDefault(service => service.Name == topic.Service)?.Leads ?? Council.WithoutService).Select(title =>
                Posts[title].Office
            ),
        ];
}
