using Comity.Service.Storage;

namespace Comity.Service.People.Import;

public sealed record PlanPeopleImportRequest(Stream File, PeopleFileEncoding Encoding, IReadOnlySet<string> Roles);

/// <summary>The dry run: says what importing a file would do, with every problem at its line and column. Writes nothing.</summary>
public sealed class PlanPeopleImport(ComityDb db, TimeProvider clock)
{
    public async Task<PeopleImportPlan> ExecuteAsync(PlanPeopleImportRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var file = await PeopleFileReader.ReadAsync(request.File, request.Encoding, ct);
        var now = await RegisterNow.ReadAsync(db, clock.Today(), ct);
        return new PeopleImportPlanner(now, file, request.Roles, () => Guid.CreateVersion7(clock.GetUtcNow())).Plan();
    }
}
