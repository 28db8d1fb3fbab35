using Comity.Service.Record;
using Comity.Service.Storage;

namespace Comity.Service.People.Import;

/// <summary>Writes what a plan says. People and offices first: line management needs the offices of both.</summary>
internal sealed class PeopleImportWriter(ComityDb db, RegisterNow now, PeopleImportPlan plan, CouncilWrite write)
{
    private readonly Dictionary<string, Guid> _wards = ByName(now.Wards.Select(ward => (ward.Name, ward.Id)));
    private readonly Dictionary<string, Guid> _services = ByName(now.Services.Select(service => (service.Name, service.Id)));
    private readonly Dictionary<string, Guid> _bodies = ByName(now.Bodies.Select(body => (body.Name, body.Id)));
    private readonly Dictionary<Guid, Guid> _mainOffice = [];
    private readonly Dictionary<string, Guid> _personByName = new(StringComparer.OrdinalIgnoreCase);

    public async Task WriteAsync(IProgress<int>? progress, CancellationToken ct)
    {
        // A new office or body must reach back to the earliest day that somebody is said to have held it.
        var first = plan.Changes.Select(change => change.Row.TermStart ?? write.Today).Append(write.Today).Min();
        foreach (var name in plan.NewWards)
        {
            Remember(
                _wards,
                name,
                new Ward
                {
                    Id = write.NewId(),
                    Name = name,
                    From = first,
                }
            );
        }

        foreach (var name in plan.NewGroups)
        {
            Remember(_bodies, name, Body(BodyKind.PoliticalGroup, name, first));
        }

        foreach (var name in plan.NewCommittees)
        {
            Remember(_bodies, name, Body(BodyKind.Committee, name, first));
        }

        Services(first);
        foreach (var person in now.People)
        {
            Find(person.ImportKey, person.Id);
            Find(person.EmailKey, person.Id);
        }

        foreach (var change in plan.Changes)
        {
            Find(change.Row.Key, change.PersonId);
            Find(Person.KeyOf(change.Row.Email), change.PersonId);
        }

        var done = 0;
        foreach (var change in plan.Changes)
        {
            ct.ThrowIfCancellationRequested();
            await WriteAsync(change, ct);
            progress?.Report(++done);
        }

        foreach (var change in plan.Changes)
        {
            foreach (var step in change.Steps)
            {
                Report(change, step);
            }
        }
    }

    private static Dictionary<string, Guid> ByName(IEnumerable<(string Name, Guid Id)> names)
    {
        var byName = new Dictionary<string, Guid>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, id) in names)
        {
            byName.TryAdd(name, id);
        }

        return byName;
    }

    private Body Body(BodyKind kind, string name, DateOnly from) =>
        new()
        {
            Id = write.NewId(),
            Kind = kind,
            Name = name,
            From = from,
        };

    private void Remember<T>(Dictionary<string, Guid> names, string name, T row)
        where T : class
    {
        var entry = db.Add(row);
        names[name] = (Guid)entry.Property("Id").CurrentValue!;
    }

    private void Services(DateOnly from)
    {
        var left = plan.NewServices.ToList();
        while (left.Count > 0)
        {
            // A larger service is made before its parts; the plan has no circles.
            var (name, partOf) = left.First(one => one.PartOf is null || _services.ContainsKey(one.PartOf));
            left.RemoveAll(one => one.Name == name);
            Remember(
                _services,
                name,
                new ServiceArea
                {
                    Id = write.NewId(),
                    Name = name,
                    PartOfId = partOf is null ? null : _services[partOf],
                    ChangedAt = write.At,
                    From = from,
                }
            );
        }
    }

    private void Find(string? key, Guid personId)
    {
        if (key is not null)
        {
            _personByName[key] = personId;
        }
    }

    private async Task WriteAsync(PersonChange change, CancellationToken ct)
    {
        var row = change.Row;
        if (change.IsNew)
        {
            db.Add(
                new Person
                {
                    Id = change.PersonId,
                    FullName = row.Name,
                    Email = row.Email,
                    OutsideBody = row.OutsideBody,
                    ImportKey = row.Key,
                    RecordedAt = write.At,
                }
            );
        }
        else if (
            change.Steps.Any(step => step is ImportStep.Rename or ImportStep.Readdress or ImportStep.Rekey or ImportStep.BelongTo)
            && await db.People.FindAsync([change.PersonId], ct) is { } person
        )
        {
            foreach (var step in change.Steps)
            {
                switch (step)
                {
                    case ImportStep.Rename rename:
                        person.FullName = rename.To;
                        break;
                    case ImportStep.Readdress readdress:
                        person.Email = readdress.To;
                        break;
                    case ImportStep.Rekey rekey:
                        person.ImportKey = rekey.To;
                        break;
                    case ImportStep.BelongTo belong:
                        person.OutsideBody = belong.To;
                        break;
                }
            }
        }

        var taken = new List<Guid>();
        foreach (var step in change.Steps)
        {
            switch (step)
            {
                case ImportStep.TakeOffice take:
                    taken.Add(Take(change, take, taken.Count == 0 && take.Office == row.Offices[0]));
                    break;
                case ImportStep.LeaveOffice leave:
                    db.Redate(leave.Holding, leave.Holding.From, leave.LastDay, write);
                    break;
                case ImportStep.ChangeTerm term:
                    db.Redate(term.Holding, term.From, term.Until, write);
                    break;
                case ImportStep.MarkOffice mark when await db.Offices.FindAsync([mark.OfficeId], ct) is { } office:
                    office.PoliticallyRestricted = mark.Restricted;
                    office.Junior = mark.Junior;
                    break;
                case ImportStep.Join join:
                    db.Add(
                        new Membership
                        {
                            Id = write.NewId(),
                            PersonId = change.PersonId,
                            BodyId = _bodies[join.Body],
                            Place = join.Place,
                            From = join.From,
                            Until = join.Until,
                            RecordedAt = write.At,
                        }
                    );
                    break;
                case ImportStep.Leave leave:
                    db.Redate(leave.Membership, leave.Membership.From, leave.LastDay, write);
                    break;
            }
        }
    }

    private Guid Take(PersonChange change, ImportStep.TakeOffice take, bool isMain)
    {
        var officeId = take.VacantOfficeId ?? write.NewId();
        if (take.VacantOfficeId is null)
        {
            db.Add(
                new Office
                {
                    Id = officeId,
                    Title = take.Office.Title,
                    Role = take.Office.Role,
                    WardId = take.Ward is null ? null : _wards[take.Ward],
                    ServiceAreaId = take.Service is null ? null : _services[take.Service],
                    PoliticallyRestricted = isMain && change.Row.PoliticallyRestricted,
                    Junior = isMain && change.Row.Junior,
                    From = take.From,
                }
            );
        }

        db.Add(
            new Holding
            {
                Id = write.NewId(),
                OfficeId = officeId,
                PersonId = change.PersonId,
                From = take.From,
                Until = take.Until,
                RecordedAt = write.At,
            }
        );
        if (isMain)
        {
            _mainOffice[change.PersonId] = officeId;
        }

        return officeId;
    }

    private void Report(PersonChange change, ImportStep step)
    {
        switch (step)
        {
            case ImportStep.ReportToNobody end:
                db.Redate(end.Ends, end.Ends.From, write.Today.AddDays(-1), write);
                break;
            case ImportStep.ReportTo report:
                if (report.Replaces is not null)
                {
                    db.Redate(report.Replaces, report.Replaces.From, write.Today.AddDays(-1), write);
                }

                var office = OfficeOf(change.PersonId);
                db.Add(
                    new LineManagement
                    {
                        Id = write.NewId(),
                        OfficeId = office,
                        ManagerOfficeId = OfficeOf(_personByName[Person.KeyOf(report.ManagerKey)!]),
                        From = change.IsNew ? change.Row.TermStart ?? write.Today : write.Today,
                        RecordedAt = write.At,
                    }
                );
                break;
        }
    }

    private Guid OfficeOf(Guid personId) =>
        _mainOffice.TryGetValue(personId, out var office)
            ? office
            : PersonDifferences.MainOffice(now, personId)?.Id
                ?? throw new InvalidOperationException("The plan names a manager or an officer without an office.");
}
