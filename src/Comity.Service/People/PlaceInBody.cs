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
    /// <summary>The role of whoever sits on a committee that scrutinises the executive.</summary>
    public const string ScrutinyMember = "scrutiny-member";

    /// <summary>The roles of the vocabulary that go with the place.</summary>
    public IReadOnlyList<string> Roles =>
        (Kind, Place) switch
        {
            (BodyKind.PoliticalGroup, Places.Leader) => ["group-leader"],
            (BodyKind.PoliticalGroup, Places.Contact) => ["group-contact"],
            (BodyKind.PoliticalGroup, Places.Spokesperson) => ["party-spokesperson"],
            (BodyKind.Committee, Places.Chairman) => ["committee-chairman"],
            (BodyKind.Committee, Places.ViceChairman) => ["committee-vice-chairman"],
            (BodyKind.ScrutinyCommittee, Places.Chairman) => [ScrutinyMember, "committee-chairman"],
            (BodyKind.ScrutinyCommittee, Places.ViceChairman) => [ScrutinyMember, "committee-vice-chairman"],
            (BodyKind.ScrutinyCommittee, _) => [ScrutinyMember],
            _ => [],
        };
}
