namespace Comity.Service.People;

/// <summary>Somebody's place in a group, committee or other body on the day that was asked about.</summary>
public sealed record PlaceInBody(
    Guid MembershipId,
    Guid BodyId,
    string BodyName,
    BodyKind Kind,
    string Place,
    Guid PersonId,
    string PersonName,
    DateOnly From,
    DateOnly? Until
);
