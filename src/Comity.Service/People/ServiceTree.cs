namespace Comity.Service.People;

/// <summary>The council's services on a day, and which is part of which.</summary>
public sealed class ServiceTree(IReadOnlyList<ServiceArea> services)
{
    private readonly Dictionary<Guid, ServiceArea> _byId = services.ToDictionary(service => service.Id);

    /// <summary>By name.</summary>
    public IReadOnlyList<ServiceArea> Services { get; } = services;

    public ServiceArea? Find(Guid id) => _byId.GetValueOrDefault(id);

    /// <summary>The service itself, then each larger one that it is part of, nearest first.</summary>
    public IReadOnlyList<Guid> PathUp(Guid serviceAreaId)
    {
        var path = new List<Guid>();
        for (
            Guid? id = serviceAreaId;
            id is { } step && _byId.TryGetValue(step, out var service) && !path.Contains(step);
            id = service.PartOfId
        )
        {
            path.Add(step);
        }

        return path;
    }

    public IEnumerable<ServiceArea> PartsOf(Guid? serviceAreaId) => Services.Where(service => service.PartOfId == serviceAreaId);
}
