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
)
{
    /// <summary>The role of the vocabulary that goes with the place; null where none does.</summary>
    public string? Role =>
        (Kind, Place) switch
        {
            (BodyKind.PoliticalGroup, Places.Leader) => "group-leader",
            (BodyKind.PoliticalGroup, Places.Contact) => "group-contact",
            (BodyKind.PoliticalGroup, Places.Spokesperson) => "party-spokesperson",
            (BodyKind.Committee, Places.Chairman) => "committee-chairman",
            (BodyKind.Committee, Places.ViceChairman) => "committee-vice-chairman",
            _ => null,
        };
}
