using System.Globalization;

namespace Comity.Service.People.Import;

/// <summary>Understands the lines of a file one by one. What cannot be understood is a problem at its line and column.</summary>
internal sealed class PeopleRowReader(IReadOnlySet<string> roles, List<ImportProblem> problems)
{
    private static readonly string[] DateForms = ["yyyy-MM-dd", "d/M/yyyy", "dd/MM/yyyy"];

    public PeopleRow? Read(RawRow raw)
    {
        var before = problems.Count;
        var name = raw[PeopleColumns.Name];
        if (name is null)
        {
            Problem(raw, PeopleColumns.Name, "There is no name. Give the person's full name.");
        }
        else if (name.Length > 200)
        {
            Problem(raw, PeopleColumns.Name, "The name is longer than 200 characters. Shorten it.");
        }

        var email = raw[PeopleColumns.Email];
        if (email is not null && !EmailAddress.IsOne(email))
        {
            Problem(raw, PeopleColumns.Email, "This is not an email address. Write it like name@council.example, or leave it empty.");
        }

        var key = raw[PeopleColumns.Key] ?? Person.KeyOf(email);
        if (key is null)
        {
            Problem(
                raw,
                PeopleColumns.Email,
                "There is neither an email address nor a key, so the person could not be found again. Give one of the two; a payroll number will do as key."
            );
        }
        else if (key.Length > 254)
        {
            Problem(raw, PeopleColumns.Key, "The key is longer than 254 characters. Shorten it.");
        }

        var kind = ReadKind(raw);
        var restricted = ReadYesNo(raw, PeopleColumns.PoliticallyRestricted);
        var junior = ReadYesNo(raw, PeopleColumns.Junior);
        var start = ReadDate(raw, PeopleColumns.TermStart);
        var end = ReadDate(raw, PeopleColumns.TermEnd);
        if (start > end)
        {
            Problem(raw, PeopleColumns.TermEnd, "The term ends before it starts. Put the two dates right.");
        }

        var place = ReadChoice(raw, PeopleColumns.PlaceInGroup, Places.InGroup) ?? Places.Member;
        var committees = ReadCommittees(raw);
        var offices = kind is null ? [] : ReadOffices(raw, kind.Value);
        if (kind is not null)
        {
            CheckKind(raw, kind.Value, restricted);
        }

        foreach (var column in new[] { PeopleColumns.Ward, PeopleColumns.Group, PeopleColumns.Service, PeopleColumns.PartOf })
        {
            if (raw[column] is { Length: > 120 })
            {
                Problem(raw, column, "The name is longer than 120 characters. Shorten it.");
            }
        }

        return problems.Count > before
            ? null
            : new PeopleRow
            {
                Line = raw.Line,
                Name = name!,
                Email = email,
                Key = key!,
                Kind = kind!.Value,
                OutsideBody = raw[PeopleColumns.OutsideBody],
                Ward = raw[PeopleColumns.Ward],
                Group = raw[PeopleColumns.Group],
                PlaceInGroup = place,
                Offices = offices,
                Service = raw[PeopleColumns.Service],
                PartOf = raw[PeopleColumns.PartOf],
                LineManager = raw[PeopleColumns.LineManager],
                PoliticallyRestricted = restricted,
                Junior = junior,
                TermStart = start,
                TermEnd = end,
                Committees = committees,
            };
    }

    private void CheckKind(RawRow raw, PersonKind kind, bool restricted)
    {
        if (kind != PersonKind.Member)
        {
            foreach (var column in new[] { PeopleColumns.Ward, PeopleColumns.Group, PeopleColumns.PlaceInGroup })
            {
                if (raw[column] is not null)
                {
                    Problem(raw, column, "Only a member has one. Empty the value, or put \"member\" in the column \"kind\".");
                }
            }
        }
        else
        {
            if (raw[PeopleColumns.LineManager] is not null)
            {
                Problem(
                    raw,
                    PeopleColumns.LineManager,
                    "A member has no line manager. Empty the value, or put \"officer\" in the column \"kind\"."
                );
            }

            if (restricted)
            {
                Problem(
                    raw,
                    PeopleColumns.PoliticallyRestricted,
                    "Somebody in a politically restricted post cannot be a member of the council (Local Government and Housing Act 1989, sections 1 and 2). Check which of the two is right."
                );
            }
        }

        if (kind == PersonKind.Outside && raw[PeopleColumns.OutsideBody] is null)
        {
            Problem(
                raw,
                PeopleColumns.OutsideBody,
                "Name the body that the person belongs to, for example the council whose Monitoring Officer this is."
            );
        }

        if (kind == PersonKind.Officer && raw[PeopleColumns.Office] is null)
        {
            Problem(raw, PeopleColumns.Office, "Give the title of the officer's post.");
        }
    }

    private PersonKind? ReadKind(RawRow raw)
    {
        switch (raw[PeopleColumns.Kind]?.ToLowerInvariant())
        {
            case "member" or "councillor":
                return PersonKind.Member;
            case "officer" or "employee":
                return PersonKind.Officer;
            case "outside":
                return PersonKind.Outside;
            default:
                Problem(raw, PeopleColumns.Kind, "Write member, officer or outside.");
                return null;
        }
    }

    private List<WantedOffice> ReadOffices(RawRow raw, PersonKind kind)
    {
        var offices = new List<WantedOffice>();
        var role =
            raw[PeopleColumns.Role] is { } written ? RoleOf(raw, PeopleColumns.Role, written)
            : kind == PersonKind.Member ? "member"
            : "officer";
        var title = raw[PeopleColumns.Office];
        if (kind == PersonKind.Member)
        {
            title ??= raw[PeopleColumns.Ward] is { } ward ? $"Member for {ward}" : "Member";
        }

        if (kind == PersonKind.Outside && raw[PeopleColumns.Role] is not null && title is null)
        {
            Problem(raw, PeopleColumns.Office, "Give the title of the office that goes with the role.");
        }

        if (title is { Length: > 200 })
        {
            Problem(raw, PeopleColumns.Office, "The title is longer than 200 characters. Shorten it.");
        }

        if (title is not null && role is not null)
        {
            offices.Add(new WantedOffice(title, role));
        }

        foreach (var part in Parts(raw[PeopleColumns.OtherOffices]))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || colon == part.Length - 1)
            {
                Problem(
                    raw,
                    PeopleColumns.OtherOffices,
                    "Write the role, a colon and the title, with semicolons between offices: \"monitoring-officer: Monitoring Officer\"."
                );
            }
            else if (RoleOf(raw, PeopleColumns.OtherOffices, part[..colon]) is { } other)
            {
                offices.Add(new WantedOffice(part[(colon + 1)..].Trim(), other));
            }
        }

        return offices;
    }

    private string? RoleOf(RawRow raw, string column, string written)
    {
        var role = string.Join('-', written.Split([' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
        if (roles.Contains(role))
        {
            return role;
        }

        var nearest = roles.MinBy(known => PeopleFileReader.Distance(known, role));
        var help = nearest is not null && PeopleFileReader.Distance(nearest, role) <= 3 ? $" Did you mean {nearest}?" : "";
        Problem(
            raw,
            column,
            $"The protocol's vocabulary has no role \"{Short(written.Trim())}\".{help} The roles are listed in docs/import.md."
        );
        return null;
    }

    private List<WantedPlace> ReadCommittees(RawRow raw)
    {
        var places = new List<WantedPlace>();
        foreach (var part in Parts(raw[PeopleColumns.Committees]))
        {
            var colon = part.LastIndexOf(':');
            var body = (colon < 0 ? part : part[..colon]).Trim();
            var place = colon < 0 ? Places.Member : part[(colon + 1)..].Trim().ToLowerInvariant().Replace(' ', '-');
            place = place switch
            {
                "chair" or "chairperson" => Places.Chairman,
                "vice-chair" or "vice-chairperson" => Places.ViceChairman,
                _ => place,
            };
            if (body.Length is 0 or > 120 || !Places.InOtherBody.Contains(place))
            {
                Problem(
                    raw,
                    PeopleColumns.Committees,
                    $"\"{Short(part)}\" is not a committee with a place. Write the committee's name, then if need be a colon and one of: {string.Join(", ", Places.InOtherBody)}."
                );
            }
            else if (places.Any(other => Same(other.Body, body)))
            {
                Problem(raw, PeopleColumns.Committees, $"\"{Short(body)}\" is there twice. Take one of the two out.");
            }
            else
            {
                places.Add(new WantedPlace(body, place));
            }
        }

        return places;
    }

    private bool ReadYesNo(RawRow raw, string column)
    {
        switch (raw[column]?.ToLowerInvariant())
        {
            case null or "no" or "n" or "false" or "0":
                return false;
            case "yes" or "y" or "true" or "1":
                return true;
            default:
                Problem(raw, column, "Write yes or no, or leave it empty for no.");
                return false;
        }
    }

    private DateOnly? ReadDate(RawRow raw, string column)
    {
        if (raw[column] is not { } text)
        {
            return null;
        }

        if (
            DateOnly.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is >= 1950 and <= 2100
        )
        {
            return date;
        }

        Problem(raw, column, "This is not a date. Write it as 2027-05-06 or 6/5/2027 (day, month, year).");
        return null;
    }

    private string? ReadChoice(RawRow raw, string column, IReadOnlyList<string> choices)
    {
        if (raw[column] is not { } text)
        {
            return null;
        }

        var choice = text.ToLowerInvariant().Replace(' ', '-');
        if (choices.Contains(choice))
        {
            return choice;
        }

        Problem(raw, column, $"Write one of: {string.Join(", ", choices)}.");
        return null;
    }

    internal static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string[] Parts(string? text) =>
        text?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static string Short(string text) => text.Length <= 60 ? text : text[..59] + "…";

    private void Problem(RawRow raw, string column, string message) =>
        problems.Add(new(raw.Line, column, Short(raw[column] ?? ""), message));
}
