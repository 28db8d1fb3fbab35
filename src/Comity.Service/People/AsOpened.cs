using System.Security.Cryptography;
using System.Text;
using Comity.Service.Arrangements;
using Comity.Service.Rulings;

namespace Comity.Service.People;

/// <summary>
/// A mark of what an entry said when its form was opened. It travels in the form; when the entry says something else by the time the form
/// comes back, somebody else has changed it, and nothing is overwritten.
/// </summary>
public static class AsOpened
{
    public static string Of(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return Mark(person.FullName, person.Email, person.OutsideBody);
    }

    public static string Of(Office office)
    {
        ArgumentNullException.ThrowIfNull(office);
        return Mark(
            office.Title,
            office.Role,
            office.ServiceAreaId,
            office.WardId,
            office.PoliticallyRestricted,
            office.Junior,
            office.Until?.Iso()
        );
    }

    public static string Of(Body body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Mark(body.Name, body.Until?.Iso());
    }

    public static string Of(Ward ward)
    {
        ArgumentNullException.ThrowIfNull(ward);
        return Mark(ward.Name, ward.Until?.Iso());
    }

    public static string Of(ServiceArea service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return Mark(service.Name, service.Subjects, service.PartOfId, service.Until?.Iso());
    }

    /// <summary>Entries with days are never altered, only replaced: their ids say all.</summary>
    public static string Of(IEnumerable<DatedFact> facts) => Mark([.. facts.Select(fact => fact.Id).Order().Cast<object?>()]);

    /// <summary>What the council has settled ends, and otherwise stays as it was stated.</summary>
    public static string Of(IEnumerable<Arrangement> arrangements) =>
        Mark([.. arrangements.OrderBy(one => one.Id).SelectMany(one => new object?[] { one.Id, one.Until?.Iso() })]);

    /// <summary>What can change of a ruling is its end and that the council adopts it.</summary>
    public static string Of(IEnumerable<Ruling> rulings) =>
        Mark([
            .. rulings
                .OrderBy(ruling => ruling.Number)
                .Select(ruling => $"{ruling.Id:N} {ruling.Until?.Iso()} {ruling.AdoptedFrom?.Iso()}"),
        ]);

    private static string Mark(params object?[] said) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', said.Select(one => one?.ToString() ?? "\u0000")))).AsSpan(0, 12)
        );

    /// <summary>Whether the mark that came back with a form still fits. A caller without a form gives none.</summary>
    internal static void StillFits(string? opened, string now)
    {
        if (opened is not null && opened != now)
        {
            throw new Record.ChangedSinceOpenedException("The entry says something else by now.");
        }
    }
}
