namespace Comity.Service.Demonstration;

/// <summary>An office that a member holds beside the seat.</summary>
/// <param name="Seat">Which member, counted from 0: first those of the largest group, in the order of their places in it.</param>
/// <param name="Leads">Whoever holds it chairs no committee beside it.</param>
/// <param name="Body">The body in which the office gives a place, such as the cabinet.</param>
public sealed record FictionalMemberOffice(
    string Title,
    string Role,
    int Seat,
    bool Leads = false,
    string? Body = null,
    string Place = People.Places.Member
);
