using System.ComponentModel.DataAnnotations;
using Comity.Service.Arrangements;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;

namespace Comity.Service.Storage;

/// <summary>
/// A value that is new after every change of what each request looks up about the council: its people, offices, arrangements and texts. The
/// database renews it itself, by triggers that the migrations lay down, in the transaction of the change. So a change by another process, by
/// a bulk statement or by hand is seen as well.
/// </summary>
public sealed class CouncilStamp
{
    /// <summary>There is one row.</summary>
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    /// <summary>Drawn at random each time: no two states share one, not after a rollback and not after a restored backup.</summary>
    [MaxLength(40)]
    public required string Value { get; init; }

    /// <summary>The value as it is, as a question.</summary>
    internal static IQueryable<string> Now(ComityDb db) => db.CouncilStamps.Where(row => row.Id == TheOne).Select(row => row.Value);

    /// <summary>The kinds of row whose change renews it.</summary>
    public static IReadOnlyList<Type> RenewedBy =>
        [
            typeof(Council),
            typeof(Person),
            typeof(Office),
            typeof(Holding),
            typeof(Deputy),
            typeof(Body),
            typeof(Membership),
            typeof(Arrangement),
            typeof(TextEdition),
            typeof(LineManagement),
            typeof(RoleEquivalence),
            typeof(ServiceArea),
            typeof(NamedContact),
            typeof(StatedSubstitute),
            typeof(DeclaredRelationship),
        ];

    /// <summary>What the name of a table's trigger begins with.</summary>
    public static string TriggerOn(string table) => $"renew_council_stamp_{table}";
}
