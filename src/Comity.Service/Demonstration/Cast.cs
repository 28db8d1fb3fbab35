using Comity.Service.People;

namespace Comity.Service.Demonstration;

/// <summary>A made-up member in office: who, for which ward, and from when to when.</summary>
internal sealed record CastMember(Person Person, Ward Ward, bool HoldsSeniorOffice, DateOnly From, DateOnly? Until)
{
    public bool SitsOn(DateOnly day) => From <= day && (Until is null || Until >= day);
}

/// <summary>The people of the made-up council as the enquiries need them.</summary>
internal sealed record Cast(
    IReadOnlyList<CastMember> Members,
    IReadOnlyDictionary<string, ServiceArea> Services,
    IReadOnlyDictionary<Guid, IReadOnlyList<Office>> LeadOffices,
    Person MonitoringOfficer,
    IReadOnlyList<Person> Clerks
);
