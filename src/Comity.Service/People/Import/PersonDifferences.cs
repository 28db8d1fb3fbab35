namespace Comity.Service.People.Import;

/// <summary>What the file says of each person that the register does not say yet.</summary>
internal sealed class PersonDifferences(
    RegisterNow now,
    PeopleFile file,
    Func<Guid> newId,
    Func<PeopleRow, (PeopleRow? Row, Person? Person)> managerOf
)
{
    private readonly HashSet<Guid> _taken = [];
    private readonly Dictionary<Guid, ServiceArea> _services = now.Services.ToDictionary(service => service.Id);
    private readonly Dictionary<Guid, Ward> _wards = now.Wards.ToDictionary(ward => ward.Id);
    private readonly Dictionary<Guid, Body> _bodies = now.Bodies.ToDictionary(body => body.Id);
    private readonly Dictionary<Guid, Person> _people = now.People.ToDictionary(person => person.Id);
    private ILookup<string, Office> _vacant = now.Offices.Take(0).ToLookup(office => office.Role);

    public IReadOnlyList<PersonChange> Of(IReadOnlyList<PeopleRow> rows, IReadOnlyDictionary<int, Person?> matched)
    {
        // An office that somebody in the file leaves is free for somebody else in the file: what it owes passes on with it.
        var left = rows.Where(row => matched[row.Line] is not null)
            .SelectMany(row => Held(row, matched[row.Line]!).Left)
            .Select(one => one.Id)
            .ToHashSet();
        _vacant = now
            .Offices.Where(office => now.HoldingsByOffice[office.Id].All(holding => left.Contains(holding.Id)))
            .ToLookup(office => office.Role);
        return [.. rows.Select(row => Of(row, matched[row.Line]))];
    }

    /// <summary>The office through which somebody manages and is managed: the one held longest that is not a seat.</summary>
    public static Office? MainOffice(RegisterNow now, Guid personId) =>
        now.HoldingsByPerson[personId]
            .Where(holding => holding.InForceOn(now.Day) && now.OfficesById.ContainsKey(holding.OfficeId))
            .OrderBy(holding => holding.From)
            .ThenBy(holding => holding.Id)
            .Select(holding => now.OfficesById[holding.OfficeId])
            .FirstOrDefault(office => office.WardId is null);

    private PersonChange Of(PeopleRow row, Person? person)
    {
        var steps = new List<ImportStep>();
        if (person is not null)
        {
            if (person.FullName != row.Name)
            {
                steps.Add(new ImportStep.Rename(person.FullName, row.Name));
            }

            if (file.Has(PeopleColumns.Email) && person.EmailKey != Person.KeyOf(row.Email))
            {
                steps.Add(new ImportStep.Readdress(person.Email, row.Email));
            }

            if (!PeopleRowReader.Same(person.ImportKey, row.Key))
            {
                steps.Add(new ImportStep.Rekey(person.ImportKey, row.Key));
            }

            if (file.Has(PeopleColumns.OutsideBody) && person.OutsideBody != row.OutsideBody)
            {
                steps.Add(new ImportStep.BelongTo(person.OutsideBody, row.OutsideBody));
            }
        }

        Offices(row, person, steps);
        Bodies(row, person, steps);
        Manager(row, person, steps);
        return new PersonChange(row, person?.Id ?? newId(), person is null, steps);
    }

    private void Offices(PeopleRow row, Person? person, List<ImportStep> steps)
    {
        var (kept, left) = person is null ? ([], []) : Held(row, person);
        for (var i = 0; i < row.Offices.Count; i++)
        {
            var wanted = row.Offices[i];
            if (kept.GetValueOrDefault(i) is { } holding)
            {
                var until = file.Has(PeopleColumns.TermEnd) ? row.TermEnd : holding.Until;
                if (until != holding.Until)
                {
                    steps.Add(new ImportStep.ChangeTerm(holding, wanted.Title, holding.From, until));
                }

                Mark(row, now.OfficesById[holding.OfficeId], i, steps);
                continue;
            }

            var ward = i == 0 ? row.Ward : null;
            var vacant = _vacant[wanted.Role]
                .FirstOrDefault(office => !_taken.Contains(office.Id) && Fits(office, wanted, ward, row.Service));
            if (vacant is not null)
            {
                _taken.Add(vacant.Id);
                Mark(row, vacant, i, steps);
            }

            steps.Add(new ImportStep.TakeOffice(wanted, vacant?.Id, ward, row.Service, StartOf(row, person), row.TermEnd));
        }

        steps.AddRange(left.Select(one => new ImportStep.LeaveOffice(one, now.OfficesById[one.OfficeId].Title, now.Day.AddDays(-1))));
    }

    /// <summary>Of the offices a person holds: those the line names, by their place on it, and those it does not.</summary>
    private (Dictionary<int, Holding> Kept, List<Holding> Left) Held(PeopleRow row, Person person)
    {
        var left = now.HoldingsByPerson[person.Id].Where(holding => now.OfficesById.ContainsKey(holding.OfficeId)).ToList();
        var kept = new Dictionary<int, Holding>();
        for (var i = 0; i < row.Offices.Count; i++)
        {
            var ward = i == 0 ? row.Ward : null;
            if (left.FirstOrDefault(holding => Fits(now.OfficesById[holding.OfficeId], row.Offices[i], ward, row.Service)) is { } holding)
            {
                kept[i] = holding;
                left.Remove(holding);
            }
        }

        return (kept, left);
    }

    /// <summary>
    /// The file's first day counts for somebody who holds nothing yet. Whoever holds something and now something else began that with the
    /// import, whatever the file says of the term as a whole: two seats at once on past days would be untrue.
    /// </summary>
    private DateOnly StartOf(PeopleRow row, Person? person) =>
        row.TermStart is { } start && (start > now.Day || person is null || !now.HoldingsByPerson.Contains(person.Id)) ? start : now.Day;

    private void Mark(PeopleRow row, Office office, int index, List<ImportStep> steps)
    {
        if (index > 0)
        {
            return;
        }

        var restricted = file.Has(PeopleColumns.PoliticallyRestricted) ? row.PoliticallyRestricted : office.PoliticallyRestricted;
        var junior = file.Has(PeopleColumns.Junior) ? row.Junior : office.Junior;
        if (restricted != office.PoliticallyRestricted || junior != office.Junior)
        {
            steps.Add(
                new ImportStep.MarkOffice(
                    office.Id,
                    office.Title,
                    restricted,
                    junior,
                    Marks(office.PoliticallyRestricted, office.Junior),
                    Marks(restricted, junior)
                )
            );
        }
    }

    private static string Marks(bool restricted, bool junior) =>
        (restricted, junior) switch
        {
            (true, true) => "politically restricted, junior",
            (true, false) => "politically restricted",
            (false, true) => "junior",
            _ => "not marked",
        };

    private bool Fits(Office office, WantedOffice wanted, string? ward, string? service)
    {
        if (office.Role != wanted.Role)
        {
            return false;
        }

        var officeWard = office.WardId is { } wardId ? _wards.GetValueOrDefault(wardId)?.Name : null;
        if (ward is not null || officeWard is not null)
        {
            return PeopleRowReader.Same(officeWard, ward);
        }

        var officeService = office.ServiceAreaId is { } serviceId ? _services.GetValueOrDefault(serviceId)?.Name : null;
        return PeopleRowReader.Same(office.Title, wanted.Title) && PeopleRowReader.Same(officeService, service);
    }

    private void Bodies(PeopleRow row, Person? person, List<ImportStep> steps)
    {
        var places = person is null ? [] : now.MembershipsByPerson[person.Id].Where(place => _bodies.ContainsKey(place.BodyId)).ToList();
        if (file.Has(PeopleColumns.Group))
        {
            Places(
                BodyKind.PoliticalGroup,
                row.Group is null ? [] : [new WantedPlace(row.Group, row.PlaceInGroup)],
                places.Where(place => _bodies[place.BodyId].Kind == BodyKind.PoliticalGroup),
                row,
                person,
                steps
            );
        }

        if (file.Has(PeopleColumns.Committees))
        {
            Places(
                BodyKind.Committee,
                row.Committees,
                places.Where(place => _bodies[place.BodyId].Kind != BodyKind.PoliticalGroup),
                row,
                person,
                steps
            );
        }
    }

    private void Places(
        BodyKind kind,
        IReadOnlyList<WantedPlace> wanted,
        IEnumerable<Membership> has,
        PeopleRow row,
        Person? person,
        List<ImportStep> steps
    )
    {
        var left = has.ToList();
        foreach (var place in wanted)
        {
            var same = left.FirstOrDefault(one => PeopleRowReader.Same(_bodies[one.BodyId].Name, place.Body) && one.Place == place.Place);
            if (same is null)
            {
                steps.Add(new ImportStep.Join(kind, place.Body, place.Place, StartOf(row, person), row.TermEnd));
            }
            else
            {
                left.Remove(same);
            }
        }

        steps.AddRange(left.Select(place => new ImportStep.Leave(place, kind, _bodies[place.BodyId].Name, now.Day.AddDays(-1))));
    }

    private void Manager(PeopleRow row, Person? person, List<ImportStep> steps)
    {
        if (!file.Has(PeopleColumns.LineManager) || row.Kind == PersonKind.Member)
        {
            return;
        }

        // Whoever moves to another post leaves its line behind; the new post's line is made with it.
        var kept = person is null || !Held(row, person).Kept.TryGetValue(0, out var holding) ? null : (Guid?)holding.OfficeId;
        var vacant = steps
            .OfType<ImportStep.TakeOffice>()
            .FirstOrDefault(step => step.VacantOfficeId is not null && step.Office == row.Offices[0])
            ?.VacantOfficeId;
        var line = (kept ?? vacant) is { } officeId ? now.LinesByOffice[officeId].FirstOrDefault(one => one.InForceOn(now.Day)) : null;
        var was = line is null
            ? null
            : HolderOf(line.ManagerOfficeId)
                ?? now.OfficesById.GetValueOrDefault(line.ManagerOfficeId)?.Title
                ?? "an office that has ended";
        if (row.LineManager is null)
        {
            if (line is not null)
            {
                steps.Add(new ImportStep.ReportToNobody(line, was!));
            }

            return;
        }

        var (inFile, inRegister) = managerOf(row);
        if (
            line is not null
            && inRegister is not null
            && MainOffice(now, inRegister.Id)?.Id == line.ManagerOfficeId
            && (inFile is null || StaysIn(inFile, line.ManagerOfficeId))
        )
        {
            return;
        }

        steps.Add(new ImportStep.ReportTo(row.LineManager, inFile?.Name ?? inRegister!.FullName, line, was));
    }

    private bool StaysIn(PeopleRow row, Guid officeId) =>
        row.Offices.Count > 0
        && now.OfficesById.TryGetValue(officeId, out var office)
        && Fits(office, row.Offices[0], row.Ward, row.Service);

    private string? HolderOf(Guid officeId) =>
        now.HoldingsByOffice[officeId]
            .Where(holding => holding.InForceOn(now.Day))
            .Select(holding => _people.GetValueOrDefault(holding.PersonId)?.FullName)
            .FirstOrDefault();
}
