using System.Security.Cryptography;
using System.Text;

namespace Comity.Service.People.Import;

/// <summary>Lays a file beside the register and says what would change. It reads nothing and writes nothing.</summary>
internal sealed class PeopleImportPlanner(RegisterNow now, PeopleFile file, IReadOnlySet<string> roles, Func<Guid> newId)
{
    private static readonly string[] HeldByOne =
    [
        "chief-executive",
        "head-of-paid-service",
        "monitoring-officer",
        "chief-finance-officer",
        "clerk",
    ];

    private readonly List<ImportProblem> _problems = [.. file.Problems];
    private readonly List<ImportProblem> _warnings = [];
    private readonly Dictionary<string, Person> _byKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Person> _byEmail = [];
    private readonly Dictionary<string, PeopleRow> _rowsByKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PeopleRow> _rowsByEmail = [];

    public PeopleImportPlan Plan()
    {
        foreach (var person in now.People)
        {
            if (person.ImportKey is { } key)
            {
                _byKey[key] = person;
            }

            if (person.EmailKey is { } email)
            {
                _byEmail[email] = person;
            }
        }

        var reader = new PeopleRowReader(roles, _problems);
        List<PeopleRow> rows = [.. file.Rows.Select(reader.Read).OfType<PeopleRow>()];
        FindDuplicates(rows);
        var matched = rows.ToDictionary(row => row.Line, Match);
        CheckServices(rows);
        CheckLineManagers(rows);
        Advise(rows, matched);

        // With problems there is nothing to agree to; differences would mislead.
        IReadOnlyList<PersonChange> changes =
            _problems.Count == 0 ? new PersonDifferences(now, file, newId, ManagerOf).Of(rows, matched) : [];
        var present = matched.Values.OfType<Person>().Select(person => person.Id).ToHashSet();
        return new PeopleImportPlan
        {
            Problems = [.. _problems.OrderBy(problem => problem.Line)],
            Warnings = [.. _warnings.OrderBy(warning => warning.Line)],
            OfferWindows1252 = file.OfferWindows1252,
            Rows = file.Rows.Count,
            Changes = changes,
            NewWards = Unknown(rows.Select(row => row.Ward), now.Wards.Select(ward => ward.Name)),
            NewGroups = Unknown(rows.Select(row => row.Group), Names(BodyKind.PoliticalGroup)),
            NewCommittees = Unknown(rows.SelectMany(row => row.Committees.Select(place => place.Body)), Names(null)),
            NewServices = NewServices(rows),
            NotInFile =
            [
                .. now
                    .People.Where(person => !present.Contains(person.Id) && now.HoldingsByPerson.Contains(person.Id))
                    .Select(person => person.FullName)
                    .Order(StringComparer.Ordinal),
            ],
            Fingerprint = FingerprintOf(changes),
        };
    }

    private IEnumerable<string> Names(BodyKind? kind) =>
        now.Bodies.Where(body => kind is null ? body.Kind != BodyKind.PoliticalGroup : body.Kind == kind).Select(body => body.Name);

    private static List<string> Unknown(IEnumerable<string?> wanted, IEnumerable<string> known) =>
        [
            .. wanted
                .OfType<string>()
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Except(known, StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.Ordinal),
        ];

    private List<(string Name, string? PartOf)> NewServices(IReadOnlyList<PeopleRow> rows) =>
        [
            .. Unknown(rows.SelectMany(row => new[] { row.Service, row.PartOf }), now.Services.Select(service => service.Name))
                .Select(name =>
                    (name, rows.FirstOrDefault(row => PeopleRowReader.Same(row.Service, name) && row.PartOf is not null)?.PartOf)
                ),
        ];

    private void FindDuplicates(IReadOnlyList<PeopleRow> rows)
    {
        foreach (var row in rows)
        {
            if (!_rowsByKey.TryAdd(row.Key, row))
            {
                var column =
                    file.Has(PeopleColumns.Key) && PeopleRowReader.Same(Raw(row, PeopleColumns.Key), row.Key)
                        ? PeopleColumns.Key
                        : PeopleColumns.Email;
                Problem(
                    row,
                    column,
                    row.Key,
                    $"Line {_rowsByKey[row.Key].Line} is the same person. Keep one line; further offices of one person go into the column \"other offices\"."
                );
            }

            if (Person.KeyOf(row.Email) is { } email && !_rowsByEmail.TryAdd(email, row) && _rowsByEmail[email].Key != row.Key)
            {
                Problem(
                    row,
                    PeopleColumns.Email,
                    email,
                    $"Line {_rowsByEmail[email].Line} has the same address. Each person needs one of their own."
                );
            }
        }

        foreach (var same in rows.GroupBy(row => row.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            Warn(
                same.Last(),
                PeopleColumns.Name,
                same.Key,
                $"Lines {string.Join(" and ", same.Select(row => row.Line))} have the same name. Check that they are different people."
            );
        }
    }

    private Person? Match(PeopleRow row)
    {
        var byKey = _byKey.GetValueOrDefault(row.Key);
        var byEmail = Person.KeyOf(row.Email) is { } email ? _byEmail.GetValueOrDefault(email) : null;
        if (byKey is not null && byEmail is not null && byKey.Id != byEmail.Id)
        {
            Problem(
                row,
                PeopleColumns.Email,
                row.Email!,
                $"The address belongs to {byEmail.FullName} in the register, the key to {byKey.FullName}. Put one of the two right."
            );
        }

        var person = byKey ?? byEmail;
        if (person is null && now.People.FirstOrDefault(one => PeopleRowReader.Same(one.FullName, row.Name)) is { } namesake)
        {
            Warn(
                row,
                PeopleColumns.Name,
                row.Name,
                $"Somebody of this name is in the register already ({namesake.Email ?? "without an address"}). If it is the same person, give that address or key; otherwise a second person is added."
            );
        }
        else if (byKey is null && byEmail is not null && byEmail.ImportKey is { } other && !PeopleRowReader.Same(other, row.Key))
        {
            Warn(row, PeopleColumns.Key, row.Key, $"{byEmail.FullName} was known by the key {other}. The key is changed.");
        }

        return person;
    }

    private void CheckServices(IReadOnlyList<PeopleRow> rows)
    {
        var parents = now.Services.ToDictionary(
            service => service.Name,
            service => now.Services.FirstOrDefault(other => other.Id == service.PartOfId)?.Name,
            StringComparer.OrdinalIgnoreCase
        );
        foreach (var row in rows.Where(row => row.PartOf is not null))
        {
            if (row.Service is null)
            {
                Problem(
                    row,
                    PeopleColumns.PartOf,
                    row.PartOf!,
                    "There is no service on this line that could be part of it. Fill the column \"service\"."
                );
                continue;
            }

            if (parents.TryGetValue(row.Service, out var parent) && !PeopleRowReader.Same(parent, row.PartOf))
            {
                Problem(
                    row,
                    PeopleColumns.PartOf,
                    row.PartOf!,
                    parent is null && now.Services.Any(service => PeopleRowReader.Same(service.Name, row.Service))
                        ? $"{row.Service} is in the register and part of no other service. Move it there first, or empty the value."
                        : $"Elsewhere {row.Service} is part of {parent ?? "no other service"}. Say the same on every line."
                );
                continue;
            }

            parents[row.Service] = row.PartOf;
            for (string? step = row.PartOf, first = row.Service; step is not null; step = parents.GetValueOrDefault(step))
            {
                if (PeopleRowReader.Same(step, first))
                {
                    Problem(
                        row,
                        PeopleColumns.PartOf,
                        row.PartOf!,
                        $"{row.Service} would be part of itself. Put the services in an order from small to large."
                    );
                    parents[row.Service] = null;
                    break;
                }
            }
        }

        foreach (var (name, _) in NewServices(rows))
        {
            if (
                now.Services.FirstOrDefault(service =>
                    PeopleFileReader.Distance(service.Name.ToLowerInvariant(), name.ToLowerInvariant()) <= 2
                ) is
                { } near
            )
            {
                var row = rows.First(one => PeopleRowReader.Same(one.Service, name) || PeopleRowReader.Same(one.PartOf, name));
                Warn(
                    row,
                    PeopleColumns.Service,
                    name,
                    $"The register has no {name}, but {near.Name}. If that is meant, write it so; otherwise a new service is made."
                );
            }
        }
    }

    /// <summary>The line of the file, or the person of the register, that a line names as manager.</summary>
    private (PeopleRow? Row, Person? Person) ManagerOf(PeopleRow row)
    {
        var name = row.LineManager!;
        var email = Person.KeyOf(name)!;
        var inFile = _rowsByEmail.GetValueOrDefault(email) ?? _rowsByKey.GetValueOrDefault(name);
        return (inFile, _byEmail.GetValueOrDefault(email) ?? _byKey.GetValueOrDefault(name));
    }

    private void CheckLineManagers(IReadOnlyList<PeopleRow> rows)
    {
        var manager = new Dictionary<PeopleRow, PeopleRow>();
        foreach (var row in rows.Where(row => row.LineManager is not null))
        {
            var (inFile, inRegister) = ManagerOf(row);
            if (inFile is null && inRegister is null)
            {
                Problem(
                    row,
                    PeopleColumns.LineManager,
                    row.LineManager!,
                    "Nobody in the file or the register has this email address or key. Put it right, or add the manager to the file."
                );
            }
            else if (inFile is { Kind: PersonKind.Member })
            {
                Problem(
                    row,
                    PeopleColumns.LineManager,
                    row.LineManager!,
                    $"{inFile.Name} is a member. Members manage no officers (each answers to another officer)."
                );
            }
            else if (inFile == row)
            {
                Problem(
                    row,
                    PeopleColumns.LineManager,
                    row.LineManager!,
                    "Nobody is their own line manager. Name the manager above, or leave it empty at the top."
                );
            }
            else if (inFile is not null && inFile.Offices.Count == 0 || inFile is null && MainOffice(inRegister!) is null)
            {
                Problem(
                    row,
                    PeopleColumns.LineManager,
                    row.LineManager!,
                    $"{inFile?.Name ?? inRegister!.FullName} holds no office and so manages nobody. Give an office first."
                );
            }
            else if (row.Offices.Count == 0)
            {
                Problem(
                    row,
                    PeopleColumns.LineManager,
                    row.LineManager!,
                    "Somebody without an office has no line manager. Give the office, or empty the value."
                );
            }
            else if (inFile is not null)
            {
                manager[row] = inFile;
            }
        }

        var told = new HashSet<PeopleRow>();
        foreach (var start in manager.Keys)
        {
            var path = new List<PeopleRow>();
            for (var step = start; step is not null && !told.Contains(step); step = manager.GetValueOrDefault(step))
            {
                var at = path.IndexOf(step);
                if (at < 0)
                {
                    path.Add(step);
                    continue;
                }

                var circle = path[at..];
                told.UnionWith(circle);
                var last = circle.MaxBy(one => one.Line)!;
                Problem(
                    last,
                    PeopleColumns.LineManager,
                    last.LineManager!,
                    $"Line management goes in a circle: {string.Join(" → ", circle.Append(circle[0]).Select(one => one.Name))}. Put one of these lines right."
                );
                break;
            }

            told.UnionWith(path);
        }
    }

    private Office? MainOffice(Person person) => PersonDifferences.MainOffice(now, person.Id);

    private void Advise(IReadOnlyList<PeopleRow> rows, Dictionary<int, Person?> matched)
    {
        var inFile = matched.Values.OfType<Person>().Select(person => person.Id).ToHashSet();
        foreach (var role in HeldByOne)
        {
            var holders = rows.Where(row => row.Offices.Any(office => office.Role == role)).ToList();
            var others = now
                .Offices.Where(office => office.Role == role)
                .SelectMany(office => now.HoldingsByOffice[office.Id])
                .Where(holding => holding.InForceOn(now.Day) && !inFile.Contains(holding.PersonId))
                .Select(holding => now.People.First(person => person.Id == holding.PersonId).FullName)
                .ToList();
            if (holders.Count > 0 && holders.Count + others.Count > 1)
            {
                Warn(
                    holders[^1],
                    PeopleColumns.Role,
                    role,
                    $"There would be {holders.Count + others.Count} people with the role {role}: {string.Join(", ", holders.Select(row => row.Name).Concat(others))}. A council usually has one."
                );
            }
        }

        foreach (var row in rows)
        {
            if (row.Kind == PersonKind.Member && row.TermEnd is null)
            {
                Warn(
                    row,
                    PeopleColumns.TermEnd,
                    "",
                    "The term has no end, so the member's rights would not stop by themselves. Give the last day of the term."
                );
            }
            else if (row.Kind == PersonKind.Member && row.TermEnd < now.Day)
            {
                Warn(
                    row,
                    PeopleColumns.TermEnd,
                    row.TermEnd?.Iso() ?? "",
                    "The term is over. The person is kept as a former member, without rights."
                );
            }

            if (row.Kind == PersonKind.Member && row.Ward is null && now.Wards.Count + rows.Count(one => one.Ward is not null) > 0)
            {
                Warn(row, PeopleColumns.Ward, "", "The member has no ward, though others have one.");
            }

            if (
                row.Kind == PersonKind.Officer
                && row.LineManager is null
                && !row.Offices.Any(office => office.Role is "chief-executive" or "clerk")
            )
            {
                Warn(row, PeopleColumns.LineManager, "", "The officer has no line manager, so a step that goes to one would find nobody.");
            }
        }
    }

    private string? Raw(PeopleRow row, string column) => file.Rows.First(one => one.Line == row.Line)[column];

    private void Problem(PeopleRow row, string column, string value, string message) =>
        _problems.Add(new(row.Line, column, value, message));

    private void Warn(PeopleRow row, string column, string value, string message) => _warnings.Add(new(row.Line, column, value, message));

    private static string FingerprintOf(IReadOnlyList<PersonChange> changes)
    {
        var text = new StringBuilder();
        foreach (var change in changes.Where(change => !change.IsSame))
        {
            text.Append(change.Row.Key).Append('\n');
            foreach (var step in change.Steps)
            {
                text.Append(step.What).Append('\t').Append(step.Before).Append('\t').Append(step.After).Append('\n');
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }
}
